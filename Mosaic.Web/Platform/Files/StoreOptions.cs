namespace Mosaic.Web.Platform.Files;

/// <summary>How a file is to be stored.</summary>
public sealed record StoreOptions
{
    /// <summary>Leaves in a picture where it was taken; otherwise that is removed.</summary>
    public bool KeepLocation { get; init; }

    /// <summary>What the sender says the length is, in bytes: refused at once when over the limit.</summary>
    public long? DeclaredLength { get; init; }

    /// <summary>The id of the file to be, for who may ask twice: a file that has it already is answered again. Null takes a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>In bytes; null asks for the limit that the admin set.</summary>
    public long? MaxLength { get; init; }
}
