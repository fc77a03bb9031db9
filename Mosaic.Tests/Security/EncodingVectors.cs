namespace Mosaic.Tests.Security;

/// <summary>Signs that decoders, normalisers and renderers take for others.</summary>
internal static class EncodingVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        +ADw-script+AD4-harm()+ADw-/script+AD4-
        %3Cscript%3Eharm()%3C/script%3E
        %253Cscript%253Eharm()%253C/script%253E
        \u003cscript\u003eharm()\u003c/script\u003e
        \x3cscript\x3eharm()\x3c/script\x3e
        \74script\76harm()\74/script\76
        ＜script＞harm()＜/script＞
        ﹤script﹥harm()﹤/script﹥
        ‹script›harm()‹/script›
        ʺ onclick=harm() ʺ
        ＂ onclick=harm() ＂
        ＇ onclick=harm() ＇
        ¼script¾harm()¼/script¾
        <scrıpt>harm()</scrıpt>
        <ſcript>harm()</ſcript>
        <ﬀorm><img src=x onerror=harm()>
        <img⟨A0⟩src=x⟨A0⟩onerror=harm()>
        <img⟨3000⟩src=x⟨3000⟩onerror=harm()>
        <img⟨0B⟩src=x⟨0B⟩onerror=harm()>
        <img␌src=x␌onerror=harm()>
        <img src=x on⟨200B⟩error=harm()>
        <img src=x ⟨202E⟩)(mrah=rorreno>
        ⟨FEFF⟩<script⟨2028⟩>harm()</script>
        <svg⟨85⟩onload=harm()>
        &LT;script&GT;harm()&LT;/script&GT;
        &lt;img src=x onerror=harm()&gt;
        &#0060script&#0062harm()
        &#x00003cscript&#x00003eharm()
        &#x3C;svg&#x2F;onload=harm()&#x3E;
        &apos;&gt;&lt;img src=x onerror=harm()&gt;
        &bsol;u003cscript&bsol;u003e
        &lpar;harm&rpar;
        &#1114112;<script>harm()</script>
        &#xD800;<script>harm()</script>
        &#0;<script>harm()</script>
        &#x80;script&#x80;
        &notanentity;<img src=x onerror=harm()>
        ␀<script>harm()</script>
        <␀script>harm()</script>
        <img src=x on␀error=harm()>
        [x](java␀script:harm())
        "␀onclick=harm()"
        """""");
}
