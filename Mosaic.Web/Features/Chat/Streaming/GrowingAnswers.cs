using System.Collections.Concurrent;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>The answers that this process is writing.</summary>
public sealed class GrowingAnswers
{
    private readonly ConcurrentDictionary<Guid, GrowingAnswer> _answers = new();

    /// <summary>How many there are; for leak tests.</summary>
    public int Count => _answers.Count;

    /// <summary>Null where this process does not write it.</summary>
    public GrowingAnswer? Find(Guid messageId) => _answers.GetValueOrDefault(messageId);

    /// <summary>Begins one, with what it says already; disposing it says that nothing more comes.</summary>
    public GrowingAnswer Begin(Guid messageId, string begun = "")
    {
        var answer = new GrowingAnswer(messageId, begun, over => _answers.TryRemove(KeyValuePair.Create(over.MessageId, over)));
        _answers[messageId] = answer;
        return answer;
    }
}
