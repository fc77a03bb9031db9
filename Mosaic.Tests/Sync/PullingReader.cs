using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Features.Sync.Pull;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Sync;

/// <summary>Keeps a copy of memos by pulling small pages from the real service.</summary>
internal sealed class PullingReader
{
    private readonly PullService _pulls;
    private readonly Guid _person;
    private readonly Random _random;
    private readonly Dictionary<Guid, string> _copy = [];
    private Dictionary<string, string?>? _cursors;

    public PullingReader(TestDatabase database, Guid person, Random random)
    {
        var devices = new DeviceService(database, new TestClock());
        _pulls = new PullService(database, devices, new ApiCursors(new EphemeralDataProtectionProvider()), Options.Create(new JsonOptions()));
        (_person, _random) = (person, random);
    }

    public int Pulls { get; private set; }

    public HashSet<string> Rows => [.. _copy.Select(row => $"{row.Key} {row.Value}")];

    public async Task ReadToTheEndAsync()
    {
        while (await ReadPageAsync())
        {
        }
    }

    /// <summary>Whether there is more to read at once.</summary>
    public async Task<bool> ReadPageAsync()
    {
        var request = new PullRequest("reader", _cursors, _random.Next(1, 12), [Memo.EntityName]);
        var (json, wrong) = await _pulls.PullAsync(_person, request, null);
        Assert.Null(wrong);
        using var answer = JsonDocument.Parse(json);
        var memos = answer.RootElement.GetProperty("changes").GetProperty(Memo.EntityName);
        foreach (var id in memos.GetProperty("deleted").EnumerateArray()) _copy.Remove(id.GetGuid());
        foreach (var row in memos.GetProperty("upserted").EnumerateArray()) _copy[row.GetProperty("id").GetGuid()] = row.GetProperty("content").GetString()!;
        _cursors = answer.RootElement.GetProperty("cursors").Deserialize<Dictionary<string, string?>>();
        Pulls++;
        return answer.RootElement.GetProperty("hasMore").GetBoolean();
    }
}
