namespace Mosaic.Web.Hosting;

/// <summary>Another program listens where Mosaic was told to.</summary>
internal sealed class AddressTakenException(string message) : Exception(message);
