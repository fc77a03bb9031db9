namespace Mosaic.Tests.Support.StubAi;

/// <summary>What a server of models can do wrong. A fault that does not concern a call (vectors in a chat) leaves it as it is.</summary>
public enum StubFault
{
    None,

    /// <summary>Takes the request and never answers.</summary>
    Stall,

    /// <summary>Some tokens, or a part of the body, then silence.</summary>
    StallInStream,

    /// <summary>Some tokens, or a part of the body, then the connection is reset.</summary>
    ResetInStream,

    /// <summary>The connection is reset before a byte of an answer.</summary>
    ResetAtOnce,

    /// <summary>Nothing for <see cref="StubAi.HeaderDelay"/>, then an ordinary answer.</summary>
    SlowHeaders,

    /// <summary>Chat: tokens without end, as fast as they are taken.</summary>
    Flood,

    Status400,
    Status401,
    Status403,
    Status404,

    /// <summary>With <c>Retry-After</c> of <see cref="StubAi.RetryAfterSeconds"/>.</summary>
    Status429,

    Status500,
    Status503,

    /// <summary>200 and JSON that ends in its middle; in a stream one chunk does, and the stream goes on.</summary>
    MalformedJson,

    /// <summary>200 and a page of HTML.</summary>
    NotJson,

    /// <summary>Chat: an answer of no text.</summary>
    EmptyAnswer,

    /// <summary>Chat: the answer begins with <c>&lt;think&gt;…&lt;/think&gt;</c>, whose tags are torn apart over chunks.</summary>
    ThinkBlock,

    /// <summary>Chat: thoughts come in a field of their own (<c>reasoning_content</c>; a block of thinking at Anthropic).</summary>
    ReasoningContent,

    /// <summary>Chat and embeddings: no usage, even where it was asked for.</summary>
    NoUsage,

    /// <summary>Chat: 400 when the request carries a temperature.</summary>
    RefuseTemperature,

    /// <summary>Chat at OpenAI: 400 when the request carries <c>max_tokens</c>.</summary>
    RefuseMaxTokens,

    /// <summary>Embeddings: one dimension more than set.</summary>
    WrongDimension,

    /// <summary>Embeddings: the last one is missing.</summary>
    FewerEmbeddings,

    /// <summary>Embeddings: the first number of each is not a number; among floats a bare <c>NaN</c>, which no JSON knows.</summary>
    NanEmbedding,

    /// <summary>Embeddings: all numbers are 0.</summary>
    ZeroEmbedding,

    /// <summary>A hundred megabytes and an ordinary end: of content in a chat, of padding elsewhere.</summary>
    HundredMegabytes,
}
