using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Chat.Window;

/// <summary>How much of a model's window a prompt may fill.</summary>
public static class ChatBudget
{
    /// <summary>Room for an answer whose length nobody set, in tokens.</summary>
    public const int UsualAnswer = 1_024;

    /// <summary>Room for our own instructions, the fence and the reader's wishes, in tokens.</summary>
    private const int Overhead = 700;

    /// <summary>Less than this says nothing.</summary>
    private const int Least = 256;

    /// <summary>In tokens.</summary>
    /// <param name="context">Of the model; null where nobody set it.</param>
    /// <param name="answer">The longest answer; null where nobody set it.</param>
    public static int Of(int? context, int? answer)
    {
        var room = context ?? AiOptions.UsualContext;
        return Math.Max(Least, room - Math.Min(answer ?? UsualAnswer, room / 2) - Overhead);
    }
}
