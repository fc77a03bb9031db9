namespace Mosaic.Tests.Security;

/// <summary>Addresses that run or lead astray, as links of Markdown and of HTML.</summary>
internal static class ProtocolVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        [x](javascript:harm())
        [x](JavaScript:harm())
        [x](JAVASCRIPT:harm())
        [x](javascript&colon;harm())
        [x](javascript&#58;harm())
        [x](javascript&#x3a;harm())
        [x](javascript&#0000058harm())
        [x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;harm())
        [x](&#x6A;avascript:harm())
        [x](java&Tab;script:harm())
        [x](java&NewLine;script:harm())
        [x](<java␉script:harm()>)
        [x](java%0ascript:harm())
        [x](java%09script:harm())
        [x](%6aavascript:harm())
        [x](javascript%3Aharm())
        [x](\javascript:harm())
        [x](javascript\:harm())
        [x](<javascript:harm()>)
        [x]( javascript:harm())
        [x](&#1;javascript:harm())
        [x](&#x1F;javascript:harm())
        [x](&nbsp;javascript:harm())
        [x](&#8203;javascript:harm())
        [x](&#xFEFF;javascript:harm())
        [x](javascript://a.example/%0aharm())
        [x](javascript:/*a*/harm())
        [x](javascript:void(0);harm())
        [x](javascript:"\x68arm()")
        [x](javascript:x='a';harm()//https://)
        [x](jaVasCript:/*-/*`/*\`/*'/*"/**/(harm())//)
        [x](vbscript:msgbox(1))
        [x](vbscript&colon;harm())
        [x](livescript:harm())
        [x](mocha:harm())
        [x](data:text/html,<script>harm()</script>)
        [x](data:text/html;base64,PHNjcmlwdD5oYXJtKCk8L3NjcmlwdD4=)
        [x](DATA:text/html,x)
        [x](data:image/svg+xml;utf8,<svg/onload=harm()>)
        [x](data:application/xhtml+xml,x)
        [x](data:,harm())
        [x](file:///etc/passwd)
        [x](filesystem:https://a.example/temporary/x.html)
        [x](blob:https://a.example/1)
        [x](view-source:javascript:harm())
        [x](jar:https://a.example/x.jar!/x)
        [x](feed:javascript:harm())
        [x](ms-its:mhtml:file://x)
        [x](chrome://settings)
        [x](about:blank)
        [x](intent://x#Intent;scheme=javascript;end)
        [x](tel:0900)
        [x](sms:0900)
        [x](ftp://a.example/)
        [x](ws://a.example/)
        [x](//evil.example/)
        [x](\\evil.example\x)
        [x](/\evil.example)
        [x](/\/evil.example)
        [x](http:/evil.example)
        [x](http:evil.example)
        [x](https:\\evil.example)
        [x](https://a.example\@evil.example)
        [x](https://a.example@evil.example)
        [x](https://a.example%00.evil.example)
        [x](https://а.example/)
        [x](http://[::1]/)
        [x](https://)
        [x](:harm())
        [x](?javascript:harm())
        [x](#javascript:harm())
        [x](/sign-out)
        [x](/admin/users?delete=1)
        [x](../../../files/01900000-0000-7000-8000-00000000000a)
        [x](/files/01900000-0000-7000-8000-00000000000a/../../sign-out)
        [x](/files/01900000-0000-7000-8000-00000000000a?x=javascript:harm())
        [x](/memos/01900000-0000-7000-8000-00000000000a#"onclick=harm())
        [x](mailto:a@b.example?body=<script>harm()</script>)
        [x](mailto:javascript:harm())
        [x](mailto:"onclick=harm()"@b.example)
        [x](https://a.example/"onmouseover="harm())
        [x](https://a.example/'onmouseover='harm())
        [x](https://a.example/`onmouseover=`harm())
        [x](https://a.example/><script>harm()</script>)
        [x](https://a.example/&quot;&gt;&lt;script&gt;harm()&lt;/script&gt;)
        <a href="javascript:harm()">x</a>
        <a href=" &#14;  javascript:harm();">x</a>
        <a href="java&#x0A;script:harm()">x</a>
        <a href=javascript&colon;harm()>x</a>
        <a href="data:text/html,<script>harm()</script>">x</a>
        <area href="javascript:harm()">
        <img src="javascript:harm()">
        <img lowsrc="javascript:harm()">
        <img dynsrc="javascript:harm()">
        <input type=image src="javascript:harm()">
        <javascript:harm()>
        <JAVASCRIPT:harm()>
        <data:text/html,harm>
        <vbscript:harm()>
        <file:///etc/passwd>
        <https://a.example/"onclick="harm()>
        <https://a.example/<script>harm()</script>>
        <a@b.example"onclick="harm()>
        https://a.example/"><script>harm()</script>
        https://a.example/'onclick='harm()
        https://a.example/<img src=x onerror=harm()>
        http://javascript:harm()
        www.a.example/"onmouseover="harm()
        javascript:harm()
        data:text/html,<script>harm()</script>
        """""");
}
