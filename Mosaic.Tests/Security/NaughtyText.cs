namespace Mosaic.Tests.Security;

/// <summary>Text that is harmless and yet breaks programs: what cannot be seen, what runs the other way, what is more than one unit long.</summary>
internal static class NaughtyText
{
    /// <summary>One a line; see <see cref="VectorText"/> for the signs that stand for others.</summary>
    public static IReadOnlyList<string> All { get; } = VectorText.Lines(""""""
        ⟨20⟩
        ⟨20⟩⟨20⟩⟨20⟩
        ␉
        ⏎
        ⏎⏎⏎
        ⟨0D⟩⏎
        ⟨0D⟩
        ␀
        a␀b
        ⟨01⟩⟨02⟩⟨03⟩⟨04⟩⟨05⟩⟨06⟩⟨07⟩
        ⟨08⟩⟨0B⟩⟨0E⟩⟨1B⟩[31mred⟨1B⟩[0m
        ⟨7F⟩
        ⟨80⟩⟨84⟩⟨85⟩⟨9F⟩
        ⟨A0⟩
        ⟨1680⟩⟨2000⟩⟨2001⟩⟨2002⟩⟨2003⟩
        ⟨2028⟩
        ⟨2029⟩
        ⟨202F⟩⟨205F⟩⟨3000⟩
        ⟨200B⟩
        a⟨200B⟩b
        ⟨200C⟩⟨200D⟩
        ⟨2060⟩⟨2061⟩⟨2062⟩⟨2063⟩
        ⟨FEFF⟩
        ⟨FEFF⟩text
        ⟨FFFE⟩
        ⟨FFFF⟩
        ⟨FFFC⟩⟨FFFD⟩
        ⟨AD⟩soft⟨AD⟩hyphen
        ⟨180E⟩
        ⟨115F⟩⟨1160⟩⟨3164⟩⟨FFA0⟩
        ⟨2800⟩
        ⟨E0001⟩⟨E0020⟩⟨E007F⟩
        ⟨E000⟩⟨F8FF⟩⟨F0000⟩⟨10FFFF⟩
        ⟨D800⟩
        ⟨DFFF⟩
        a⟨D83D⟩
        ⟨DE00⟩b
        ⟨DC00⟩⟨D800⟩
        ⟨1F600⟩⟨D83D⟩⟨1F600⟩
        ⟨202E⟩reversed
        ⟨202D⟩forced⟨202C⟩
        ⟨2066⟩isolated⟨2069⟩
        ⟨2067⟩⟨2067⟩⟨2067⟩never closed
        ⟨200E⟩⟨200F⟩⟨061C⟩
        photo⟨202E⟩gpj.exe
        שלום עולם
        مرحبا بالعالم
        a שלום b مرحبا c
        بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ
        ﷽
        العربية (1) [2] {3}
        Z⟨0351⟩⟨036B⟩⟨0343⟩a⟨0363⟩⟨0366⟩l⟨0332⟩⟨0329⟩g⟨0353⟩⟨0348⟩o⟨0313⟩⟨0352⟩
        ⟨0301⟩starts with a mark
        e⟨0301⟩ is é is ⟨00E9⟩
        ⟨0049⟩⟨0307⟩ İ ı i I
        ẞ ß ss SS
        ﬁ ﬃ ſt Ǆ
        Å Å Å
        Ω Ω
        田中さんにあげて下さい
        パーティーへ行かないか
        部落格 社會科學院語學研究所
        사회과학원 어학연구소
        찦차를 타고 온 펲시맨
        𠜎𠜱𠝹𠱓
        表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀
        ヽ༼ຈل͜ຈ༽ﾉ
        (｡◕ ∀ ◕｡)
        ｀ｨ(´∀｀∩
        ¯\_(ツ)_/¯
        (╯°□°）╯︵ ┻━┻
        ก็็็็็็็็็็็็็็็็็็็็
        नमस्ते दुनिया
        ክፉ ቀን
        Ѐ Ѓ ќ ѝ
        Ⱥ Ⱦ
        😍
        👩🏽
        👾 🙇 💁 🙅
        👨⟨200D⟩👩⟨200D⟩👧⟨200D⟩👦
        👩⟨200D⟩❤️⟨200D⟩💋⟨200D⟩👩
        🏳️⟨200D⟩🌈🏴⟨200D⟩☠️
        🏴⟨E0067⟩⟨E0062⟩⟨E0065⟩⟨E006E⟩⟨E0067⟩⟨E007F⟩
        🇺🇸🇷🇺🇸 🇦🇫🇦🇲
        🇦
        0️⃣1️⃣#️⃣*️⃣
        ❤︎❤️
        🫠⟨1FABF⟩⟨1FAE8⟩
        ⟨20E3⟩⟨FE0F⟩
        １２３ ١٢٣ १२३ 𝟙𝟚𝟛
        ½ ⅷ ²⁵ ㊿
        𝕿𝖍𝖊 𝓺𝓾𝓲𝓬𝓴 𝚋𝚛𝚘𝚠𝚗
        Ｔｈｅ ｑｕｉｃｋ
        ⒯⒣⒠ ⒬⒰⒤⒞⒦
        ˙ɐnbᴉlɐ ɐuƃɐɯ ǝɹolop
        ʇsǝʇ
        раураl
        ‰ № ™ © ®
        “smart” ‘quotes’ „low“ «guillemets»
        – — ― ‐ ‑
        … ⋯ ․
        """""");
}
