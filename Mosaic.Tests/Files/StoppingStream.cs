namespace Mosaic.Tests.Files;

/// <summary>Gives zeros, and after so many bytes the person gives up.</summary>
internal sealed class StoppingStream(CancellationTokenSource stop, int after) : MemoryStream(new byte[after * 4])
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= after) stop.Cancel();
        return base.Read(buffer, offset, Math.Min(count, 10_000));
    }
}
