namespace Mosaic.Tests.Security;

/// <summary>What the grammar of Markdown itself offers: labels, titles, definitions, fences, nesting.</summary>
internal static class MarkdownVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        ![x](javascript:harm())
        ![x](data:image/svg+xml,<svg onload=harm()>)
        ![x](https://evil.example/pixel.gif)
        ![x](//evil.example/pixel.gif)
        ![x](/files/01900000-0000-7000-8000-00000000000a"onerror="harm())
        ![x" onerror="harm()](/files/01900000-0000-7000-8000-00000000000a)
        ![x' onerror='harm()](/files/01900000-0000-7000-8000-00000000000a)
        ![<script>harm()</script>](/files/01900000-0000-7000-8000-00000000000a)
        ![x](/files/01900000-0000-7000-8000-00000000000a "t\" onload=\"harm()")
        ![x](x"onerror="harm())
        ![x](x 'y" onerror="harm()')
        ![x]("onerror="harm())
        ![x](<"onerror=harm()>)
        ![x](https://a.example/ "onerror=harm()")
        ![x][y]⏎⏎[y]: javascript:harm()
        ![[x](javascript:harm())](https://evil.example/p)
        [![x](javascript:harm())](javascript:harm())
        [![x](https://evil.example/p)](https://a.example/)
        [x](https://a.example/ "t" onmouseover=harm())
        [x](https://a.example/ 't" onmouseover="harm()')
        [x](https://a.example/ (t" onmouseover="harm()))
        [x](https://a.example/ "&quot; onclick=&quot;harm()")
        ["onclick="harm()](https://a.example/)
        [<img src=x onerror=harm()>](https://a.example/)
        [<script>harm()</script>](https://a.example/)
        [x](<https://a.example/"onclick="harm()>)
        [x](https://a.example/⏎"onclick=harm()")
        [x](java⏎script:harm())
        [a]⏎⏎[a]: javascript:harm()
        [a]⏎⏎[a]: <javascript:harm()>
        [a]⏎⏎[a]: java&#x09;script:harm()
        [a]⏎⏎[a]: https://a.example/ "t" onclick="harm()"
        [a][]⏎⏎[a]: data:text/html,<script>harm()</script>
        [<svg onload=harm()>]⏎⏎[<svg onload=harm()>]: javascript:harm()
        [a]:⏎javascript:harm()⏎⏎[a]
        [__proto__]⏎⏎[__proto__]: javascript:harm()
        [constructor][toString]
        ```html⏎<script>harm()</script>⏎```
        ```"onclick="harm()⏎x⏎```
        ```"><script>harm()</script>⏎x⏎```
        ```<img/src=x/onerror=harm()>⏎x⏎```
        ```js" onmouseover=harm() x="⏎x⏎```
        ```&quot;onclick=&quot;harm()⏎x⏎```
        ```js {onclick=harm()}⏎x⏎```
        ~~~'onclick='harm()⏎x⏎~~~
        ```⏎</code></pre><script>harm()</script>⏎```
        ``</code><script>harm()</script>``
        `<img src=x onerror=harm()>`
            <script>harm()</script>
        ⏎    </code></pre><img src=x onerror=harm()>
        # <script>harm()</script>
        # x {onclick=harm()}
        <h1 onclick=harm()>x</h1>⏎===
        > <script>harm()</script>
        > <div>⏎<script>harm()</script>⏎> </div>
        - <img src=x onerror=harm()>
        - [ ] <script>harm()</script>
        - [ ] " onclick="harm()
        - [x] [y](javascript:harm())
        1. <script>harm()</script>
        | a | <script>harm()</script> |⏎|---|---|⏎| [x](javascript:harm()) | <img src=x onerror=harm()> |
        | a" onclick="harm() |⏎|:-:|⏎| x |
        |a|⏎|-|⏎|</td></table><script>harm()</script>|
        **<script>harm()</script>**
        *[x](javascript:harm())*
        ~~<svg onload=harm()>~~
        ==<img src=x onerror=harm()>==
        ++"onclick="harm()++
        **"onclick="harm()**
        ***<b onclick=harm()>***x</b>
        \<script>harm()\</script>
        &lt;script&gt;harm()&lt;/script&gt;
        &#60;script&#62;harm()&#60;/script&#62;
        &#x3c;img src=x onerror=harm()&#x3e;
        &amp;lt;script&amp;gt;harm()&amp;lt;/script&amp;gt;
        &lt&semi;script&gt&semi;harm()
        <div>⏎⏎*x*⏎⏎<script>harm()</script></div>
        <div markdown=1><script>harm()</script></div>
        <!-- -->⏎<script>harm()</script>
        <!--⏎--!><script>harm()</script>
        x<br><script>harm()</script>
        <a href="https://a.example/">[x](javascript:harm())</a>
        [x](<javascript:harm()> "t")
        [x]: <script>harm()</script>
        [^1]⏎⏎[^1]: <script>harm()</script>
        *[HTML]: <script>harm()</script>⏎HTML
        ::: script⏎harm()⏎:::
        ---⏎title: <script>harm()</script>⏎---
        $$<script>harm()</script>$$
        $\href{javascript:harm()}{x}$
        :smile:"onclick="harm():
        @mention"onclick="harm()
        {.x onclick=harm()}
        [x](https://a.example/){onclick=harm()}
        [x](https://a.example/){:onclick="harm()"}
        [[x]](javascript:harm())
        [x]((javascript:harm()))
        [x](<>javascript:harm())
        <https://a.example/ onclick=harm()>
        <mailto:a@b.example?"onclick="harm()>
        http://a.example/?q="><script>harm()</script>&x=1
        [x](https://a.example/?a=1&b=2&#34;onclick=&#34;harm())
        """""");
}
