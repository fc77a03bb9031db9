namespace Mosaic.Data.Sync;

/// <summary>Keeps a property of an <see cref="ISynced"/> row from devices.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnsyncedAttribute : Attribute;
