namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Reads the words of a text one after another, folded, without allocating. Numbers are words of digits; a dense sign or an emoji is a word by itself.</summary>
/// <param name="text">Any text, broken surrogates included.</param>
/// <param name="room">Where the folded word is written; what is longer than it is read past.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> room)
{
    /// <summary>Room that holds every word worth telling apart.</summary>
    public const int Room = 48;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _room = room;
    private int _length;

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the text goes on after the word.</summary>
    public int End { get; private set; }

    /// <summary>What the word is made of; <see cref="LetterKind.Digit"/> when it holds digits only, <see cref="LetterKind.Surrogate"/> for an emoji.</summary>
    public LetterKind Kind { get; private set; }

    public readonly ReadOnlySpan<char> Word => _room[.._length];

    public bool MoveNext()
    {
        _length = 0;
        for (; End < _text.Length; End++)
        {
            Start = End;
            Kind = Letters.KindOf(_text[End]);
            switch (Kind)
            {
                case LetterKind.Letter or LetterKind.Digit: ReadWord(); return true;
                case LetterKind.Dense: Keep(_text[End++]); return true;
                case LetterKind.Surrogate when End + 1 < _text.Length && char.IsSurrogatePair(_text[End], _text[End + 1]):
                    Keep(_text[End++]);
                    Keep(_text[End++]);
                    return true;
            }
        }
        return false;
    }

    private void ReadWord()
    {
        for (; End < _text.Length; End++)
        {
            var sign = _text[End];
            var kind = Letters.KindOf(sign);
            if (kind == LetterKind.Silent) continue;
            if (kind is not (LetterKind.Letter or LetterKind.Digit)) break;
            if (kind == LetterKind.Letter) Kind = LetterKind.Letter;
            Keep(sign);
            if (sign is 'ß' or 'ẞ') Keep('s');
            else if (sign is 'æ' or 'Æ' or 'œ' or 'Œ') Keep('e');
        }
    }

    private void Keep(char sign)
    {
        if (_length < _room.Length) _room[_length++] = Letters.Folded(sign);
    }
}
