namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary>A piece of a body, in the order in which it goes out.</summary>
internal readonly record struct Part(PartKind Kind, string Text = "")
{
    /// <summary>Stands around the tokens.</summary>
    public static Part Frame(string text) => new(PartKind.Frame, text);

    /// <summary>Carries one token, and waits for its turn where a speed is set.</summary>
    public static Part Token(string text) => new(PartKind.Token, text);
}
