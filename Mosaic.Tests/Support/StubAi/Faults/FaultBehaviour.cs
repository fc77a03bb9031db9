using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Where an answer can go wrong, in the order in which it is made. As it stands here, nothing does.</summary>
internal class FaultBehaviour
{
    public static FaultBehaviour Ordinary { get; } = new();

    /// <summary>Whether the call can show this fault at all.</summary>
    public virtual bool Concerns(StubCall call) => true;

    /// <summary>Answers in place of the model. False: the model answers.</summary>
    public virtual Task<bool> InterceptAsync(StubExchange exchange) => Task.FromResult(false);

    public virtual ChatAnswer Change(ChatAnswer answer) => answer;

    public virtual IEnumerable<float[]> Change(IReadOnlyList<float[]> vectors) => vectors;

    /// <summary>Whether embeddings are sent with their usage; chats say so in their answer.</summary>
    public virtual bool CountsEmbeddings => true;

    public virtual IEnumerable<Part> Change(StubCall call, IEnumerable<Part> parts) => parts;

    /// <summary>Whether tokens go out without regard to the speed that is set.</summary>
    public virtual bool IsUnbridled => false;
}
