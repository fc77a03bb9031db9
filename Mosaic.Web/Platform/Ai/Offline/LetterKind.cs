namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What a UTF-16 code unit is to somebody who looks for words.</summary>
internal enum LetterKind : byte
{
    /// <summary>Ends a word.</summary>
    Break,

    Letter,

    Digit,

    /// <summary>Stands within a word and is not read: combining accents, joiners, soft hyphens.</summary>
    Silent,

    /// <summary>Of a script that is written without spaces, so that each sign is read by itself.</summary>
    Dense,

    /// <summary>Half of a character beyond the basic plane.</summary>
    Surrogate,
}
