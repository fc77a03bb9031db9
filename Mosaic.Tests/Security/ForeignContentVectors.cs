namespace Mosaic.Tests.Security;

/// <summary>SVG and MathML, and markup that changes its meaning when it is parsed a second time.</summary>
internal static class ForeignContentVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        <svg onload=harm()>
        <svg/onload=harm()>
        <svg><script>harm()</script></svg>
        <svg><script xlink:href="data:,harm()"></script></svg>
        <svg><script href="data:,harm()"/></svg>
        <svg><script>&#104;arm()</script></svg>
        <svg><a xlink:href="javascript:harm()"><text y=9>x</text></a></svg>
        <svg><a><animate attributeName=href values=javascript:harm() /><text y=9>x</text></a></svg>
        <svg><a><set attributeName=href to=javascript:harm() /><text y=9>x</text></a></svg>
        <svg><animate onbegin=harm() attributeName=x dur=1s>
        <svg><animate onend=harm() attributeName=x dur=1s>
        <svg><animate onrepeat=harm() attributeName=x dur=1s repeatCount=2 />
        <svg><animatetransform onbegin=harm()>
        <svg><animatemotion onbegin=harm()>
        <svg><set onbegin=harm() attributeName=x dur=1s>
        <svg><foreignObject><img src=x onerror=harm()></foreignObject></svg>
        <svg><foreignObject><iframe src="javascript:harm()"></iframe></foreignObject></svg>
        <svg><desc><img src=x onerror=harm()></desc></svg>
        <svg><title><img src=x onerror=harm()></title></svg>
        <svg><style><img src="</style><img src=x onerror=harm()>"></svg>
        <svg><style>@import'//evil.example/x.css';</style></svg>
        <svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><a href='javascript:harm()'/></svg>#x" /></svg>
        <svg><image href="https://evil.example/p.png" onload=harm() /></svg>
        <svg><feImage href="https://evil.example/p.png" /></svg>
        <svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event=load>harm()</handler></svg>
        <svg><discard onbegin=harm()>
        <svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="java&#10;script:harm()">x</a></svg>
        <svg><![CDATA[><img src=x onerror=harm()>]]></svg>
        <svg></p><style><a id="</style><img src=1 onerror=harm()>">
        <svg><p><style><!--</style><img src=x onerror=harm()>--></style>
        <svg><noscript><p title="</noscript><img src=x onerror=harm()>">
        <math href="javascript:harm()">x</math>
        <math><a xlink:href="javascript:harm()">x</a></math>
        <math><mi xlink:href="data:x,<script>harm()</script>">x</mi></math>
        <math><maction actiontype="statusline#https://evil.example" xlink:href="javascript:harm()">x</maction></math>
        <math><mtext><img src=x onerror=harm()></mtext></math>
        <math><annotation-xml encoding="text/html"><script>harm()</script></annotation-xml></math>
        <math><annotation-xml encoding="text/html"><img src=x onerror=harm()></annotation-xml></math>
        <math><mtext></form><form><mglyph><style></math><img src onerror=harm()>
        <form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=harm() src>">
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=harm()&gt;">
        <math><mtext><table><mglyph><style><math><img src onerror=harm()>
        <math><mtext><mglyph><style><img src="</style><img src=x onerror=harm()>">
        <math><mi><li><table><mglyph><style><img src=x onerror=harm()>
        <math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src onerror=harm()>">
        <svg><mtext><style><img src=x onerror=harm()></style></mtext></svg>
        <table><svg><style><img src="</style><img src=x onerror=harm()>"></table>
        <table><td><math><mtext><style><img src=x onerror=harm()>
        <select><style></select><img src=x onerror=harm()></style>
        <select><template><img src=x onerror=harm()></template></select>
        <select><keygen><img src=x onerror=harm()>
        <p><svg><br><style><img src="</style><img src=x onerror=harm()>">
        <b><p><b><p><script>harm()</script>
        <a href="https://a.example/"><table><a href="javascript:harm()">x</a></table></a>
        <div><table><div><script>harm()</script>
        <option><style></option></select><img src=x onerror=harm()></style>
        <textarea><img title="</textarea><img src=x onerror=harm()>">
        <title><img title="</title><img src=x onerror=harm()>">
        <style><img title="</style><img src=x onerror=harm()>">
        <iframe><img title="</iframe><img src=x onerror=harm()>">
        <noframes><img title="</noframes><img src=x onerror=harm()>">
        <script><img title="</script><img src=x onerror=harm()>">
        <template><p title="</template><img src=x onerror=harm()>">
        <p id="&lt;/p&gt;&lt;img src=x onerror=harm()&gt;">x</p>
        <img alt="&lt;script&gt;harm()&lt;/script&gt;" src=x>
        <a title="x`<img src=x onerror=harm()>`">x</a>
        <ruby><rtc><img src=x onerror=harm()></rtc></ruby>
        <dd><dt><dl><script>harm()</script>
        <caption><col><script>harm()</script>
        <frameset><noframes><script>harm()</script></noframes></frameset>
        """""");
}
