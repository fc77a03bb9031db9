namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>Ends a call when nothing was heard for too long.</summary>
internal sealed class Silence : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeSpan _most;

    public Silence(TimeSpan most, CancellationToken cancellationToken)
    {
        (_source, _most) = (CancellationTokenSource.CreateLinkedTokenSource(cancellationToken), most);
        Break();
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Something was heard.</summary>
    public void Break() => _source.CancelAfter(_most);

    public void Dispose() => _source.Dispose();
}
