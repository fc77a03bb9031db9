using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Thoughts as text, as models without a field for them send it; torn where a reader of whole tags stumbles.</summary>
internal static class ThinkBlock
{
    private static readonly string[] Torn = ["<", "thi", "nk>", StubAi.Thoughts, " </th", "ink", ">\n", "\n"];

    public static ChatAnswer Before(ChatAnswer answer) => answer with { Pieces = [.. Torn, .. answer.Pieces] };
}
