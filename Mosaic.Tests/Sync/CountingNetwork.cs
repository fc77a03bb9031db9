using System.Text.Json;

namespace Mosaic.Tests.Sync;

/// <summary>Reads memos in pages and loses every k-th answer, so that it is asked for again from the cursor before.</summary>
internal sealed class CountingNetwork(SyncProgram device, int lost)
{
    private JsonElement? _cursors;
    private int _pages;

    public bool HasMore { get; private set; } = true;

    public async Task ReadPageAsync(Dictionary<Guid, string> copy)
    {
        var answer = await device.PullAsync(_cursors, 97);
        if (++_pages % lost == 0) return;
        var memos = answer.GetProperty("changes").GetProperty("memo");
        foreach (var id in memos.GetProperty("deleted").EnumerateArray()) copy.Remove(id.GetGuid());
        foreach (var row in memos.GetProperty("upserted").EnumerateArray())
            copy[row.GetProperty("id").GetGuid()] = $"{row.GetProperty("content").GetString()} {row.GetProperty("isPinned").GetBoolean()}";
        _cursors = answer.GetProperty("cursors");
        HasMore = answer.GetProperty("hasMore").GetBoolean();
    }
}
