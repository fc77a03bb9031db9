namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>Whoever heard the answer failed, which is no fault of the provider: it goes past all that reads faults, and is taken off again at the end.</summary>
internal sealed class HearerException(Exception failure) : Exception("The hearer of an answer failed.", failure);
