namespace Mosaic.Tests.Sync;

/// <summary>What a device went through, to see that a test really had what it is about.</summary>
internal sealed class DeviceTally
{
    public int Applied { get; private set; }
    public int Duplicates { get; private set; }
    public int Conflicts { get; private set; }

    /// <summary>Conflicts with a memo that is gone for good.</summary>
    public int Gone { get; private set; }

    public int Crashes { get; set; }
    public int Resets { get; set; }

    public void Count(string status, bool isGone)
    {
        if (status == "applied") Applied++;
        else if (status == "duplicate") Duplicates++;
        else if (status == "conflict" && isGone) Gone++;
        else if (status == "conflict") Conflicts++;
    }

    public override string ToString() => $"{Applied} applied, {Duplicates} duplicates, {Conflicts} conflicts, {Gone} gone, {Crashes} crashes";
}
