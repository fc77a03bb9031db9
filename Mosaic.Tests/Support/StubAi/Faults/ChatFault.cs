using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi.Faults;

/// <summary>Says something else than was to be said.</summary>
internal sealed class ChatFault(Func<ChatAnswer, ChatAnswer> change) : FaultBehaviour
{
    public override bool Concerns(StubCall call) => call.IsChat;

    public override ChatAnswer Change(ChatAnswer answer) => change(answer);
}
