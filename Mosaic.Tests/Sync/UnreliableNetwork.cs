using System.Net.Http.Json;
using System.Text.Json;

namespace Mosaic.Tests.Sync;

/// <summary>Loses requests, loses answers after the work is done, sends requests twice: at the same moment, or once more much later.</summary>
internal sealed class UnreliableNetwork(HttpClient http, Random random)
{
    private readonly Queue<(string Path, byte[] Body)> _late = [];

    public bool IsGood { get; set; }

    public int Troubles { get; private set; }

    /// <summary>The answer, or null when none came.</summary>
    public async Task<JsonElement?> SendAsync(string path, object body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
        if (IsGood) return await PostAsync(path, bytes);
        if (random.Next(4) == 0) await DeliverLateAsync(1);
        var trouble = random.Next(20);
        if (trouble < 5) Troubles++;
        switch (trouble)
        {
            case 0:
                return null;
            case 1:
                await PostAsync(path, bytes);
                return null;
            case 2:
                return (await Task.WhenAll(PostAsync(path, bytes), PostAsync(path, bytes)))[random.Next(2)];
            case 3:
                return await PostAsync(path, bytes) is var first && await PostAsync(path, bytes) is var second && random.Next(2) == 0 ? first : second;
            case 4:
                _late.Enqueue((path, bytes));
                return await PostAsync(path, bytes);
            default:
                return await PostAsync(path, bytes);
        }
    }

    /// <summary>Lets requests arrive that were on their way.</summary>
    public async Task DeliverLateAsync(int most = int.MaxValue)
    {
        for (; most > 0 && _late.TryDequeue(out var late); most--) await PostAsync(late.Path, late.Body);
    }

    private async Task<JsonElement> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync(path, content);
        if (!answer.IsSuccessStatusCode) Assert.Fail($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
