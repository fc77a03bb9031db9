namespace Mosaic.Web.Features.Search.Find;

/// <summary>How the meaning of a query was looked for.</summary>
public enum MeaningState
{
    /// <summary>There was nothing with a meaning in it.</summary>
    None,

    /// <summary>By the offline helper.</summary>
    Offline,

    /// <summary>By a provider's model.</summary>
    Model,

    /// <summary>The model has not answered yet; these are the hits by words.</summary>
    Waiting,

    /// <summary>The model could not be asked; these are the hits by words.</summary>
    Failed,
}
