namespace Mosaic.Tests.Security;

/// <summary>Our own signs: memo links, tags, task boxes.</summary>
internal static class OwnSyntaxVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        [[01900000-0000-7000-8000-00000000000a|<script>harm()</script>]]
        [[01900000-0000-7000-8000-00000000000a|" onclick="harm()]]
        [[01900000-0000-7000-8000-00000000000a|' onmouseover='harm()]]
        [[01900000-0000-7000-8000-00000000000a|&lt;img src=x onerror=harm()&gt;]]
        [[01900000-0000-7000-8000-00000000000a|&#60;script&#62;harm()]]
        [[01900000-0000-7000-8000-00000000000a|[x](javascript:harm())]]
        [[01900000-0000-7000-8000-00000000000a|![x](https://evil.example/p)]]
        [[01900000-0000-7000-8000-00000000000a" onclick="harm()|x]]
        [[01900000-0000-7000-8000-00000000000a/../../sign-out|x]]
        [[javascript:harm()|x]]
        [[//evil.example|x]]
        [[<script>harm()</script>|x]]
        [[../admin|x]]
        [[01900000-0000-7000-8000-00000000000a|x]](javascript:harm())
        [[[01900000-0000-7000-8000-00000000000a|x]](https://a.example/)
        [[01900000-0000-7000-8000-00000000000a|x]]: javascript:harm()
        ![[01900000-0000-7000-8000-00000000000a|x" onerror="harm()]]
        [x [[01900000-0000-7000-8000-00000000000a|y]] #z](javascript:harm())
        [[01900000-0000-7000-8000-00000000000a|x⏎<script>harm()</script>]]
        [[{01900000-0000-7000-8000-00000000000a}|x]]
        #<script>harm()</script>
        #"onclick="harm()
        #tag"onclick="harm()
        #tag'onclick='harm()
        #tag<img src=x onerror=harm()>
        #tag&quot;onclick=&quot;harm()
        #tag&lt;script&gt;
        #a/../../sign-out
        #a%22%3E%3Cscript%3E
        #javascript:harm()
        #＜script＞
        #ﬀ&tag=x
        #[x](javascript:harm())
        #`<script>harm()</script>`
        #<svg/onload=harm()>
        &#35;tag"onclick="harm()
        **#tag"onclick="harm()**
        [#tag](javascript:harm())
        [#tag"onclick="harm()](https://a.example/)
        - [ ] #tag" onfocus="harm()" autofocus="
        - [ ] [[01900000-0000-7000-8000-00000000000a|" onfocus="harm()" autofocus="]]
        - [x] ![" onfocus="harm()](https://evil.example/p)
        - [ ] &quot; onfocus=&quot;harm()
        - [ ] <input type=checkbox data-task=0 onclick=harm()>
        /files/01900000-0000-7000-8000-00000000000a" onclick="harm()
        ![x](/files/01900000-0000-7000-8000-00000000000a?download"onerror="harm())
        ![x](/files/javascript:harm())
        ![x](/files/../sign-out)
        [x](/files/01900000-0000-7000-8000-00000000000a" onclick="harm())
        [x](/?tag="><script>harm()</script>)
        [x](/memos/01900000-0000-7000-8000-00000000000a/../../sign-out)
        """""");
}
