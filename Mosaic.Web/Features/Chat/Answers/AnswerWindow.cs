using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Window;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>What is kept of how a prompt was filled.</summary>
internal static class AnswerWindow
{
    public static MessageWindow Of(AnswerReading reading) => new(reading.Window.Budget,
    [
        .. reading.Window.Included.Select(part => (part.Kind, part.Index, Part: new MessageWindowPart(Word(part.Kind), IdOf(reading, part.Kind, part.Index), part.Tokens, null, part.IsCut)))
            .Concat(reading.Window.Dropped.Select(part => (part.Kind, part.Index, Part: new MessageWindowPart(Word(part.Kind), IdOf(reading, part.Kind, part.Index), part.Tokens, part.Reason, false))))
            .OrderBy(part => part.Kind).ThenBy(part => part.Index).Select(part => part.Part),
    ]);

    /// <summary>Memos and documents of which the answer may hold pieces.</summary>
    public static Guid[] ReadIds(AnswerReading reading, IReadOnlySet<Guid> read) =>
    [
        .. AnswerPrompt.Cited(reading).Where(one => read.Contains(one.Source.Id)).SelectMany(one => one.ReadIds)
            .Concat(reading.Summary?.ReadIds ?? [])
            .Concat(reading.Window.Included.Where(part => part.Kind == WindowKind.Message).SelectMany(part => reading.Said[part.Index].Message.ReadIds)).Distinct(),
    ];

    private static string Word(WindowKind kind) => kind.ToString().ToLowerInvariant();

    private static Guid? IdOf(AnswerReading reading, WindowKind kind, int index) => kind switch
    {
        WindowKind.Memory => reading.Memories[index].Source.Id,
        WindowKind.Passage => reading.Passages[index].Source.Id,
        WindowKind.Message => reading.Said[index].Message.Id,
        WindowKind.Question => reading.Question!.Message.Id,
        WindowKind.Summary => reading.Summary!.Source.Id,
        _ => null,
    };
}
