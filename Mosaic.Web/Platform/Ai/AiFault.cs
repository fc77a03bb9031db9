namespace Mosaic.Web.Platform.Ai;

/// <summary>What kept an answer away. Written in the turn record in lower case.</summary>
public enum AiFault
{
    None,

    /// <summary>Nothing answers at the address.</summary>
    Unreachable,

    /// <summary>The connection ended in the middle.</summary>
    Broken,

    Timeout,

    /// <summary>401: no key, or a wrong one.</summary>
    KeyRefused,

    /// <summary>403: the key may not do this.</summary>
    Forbidden,

    /// <summary>Something answers, but not as a provider would.</summary>
    WrongAddress,

    UnknownModel,

    /// <summary>400 and its kind: the provider did not accept what was asked.</summary>
    Rejected,

    RateLimited,
    ServerError,
    Malformed,
    Empty,

    /// <summary>The answer had no end.</summary>
    Flooded,

    WrongDimensions,

    /// <summary>All places for calls were taken the whole time.</summary>
    Busy,

    /// <summary>The person's tokens are used up; nothing was sent.</summary>
    Budget,

    /// <summary>What was asked about is kept from AI; nothing was sent.</summary>
    KeptFromAi,

    /// <summary>A setting is missing.</summary>
    NotConfigured,

    /// <summary>The server stopped in the middle.</summary>
    Lost,
}
