using System.Net;
using System.Net.Http.Json;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Files;

/// <summary>Uploads as people and bad neighbours send them: large, broken off, lying about their length. Alone, since what is allocated is counted of the whole process.</summary>
[Collection(Alone.Name)]
public sealed class LargeUploadHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private string Files => Path.Combine(app.DataDirectory, "files");

    [Fact]
    public async Task A_hundred_megabytes_go_in_and_come_out_with_flat_memory()
    {
        var ada = await app.SignInAsync("ada");
        const int length = 100 << 20;
        var before = GC.GetTotalAllocatedBytes();
        var answer = await ada.PostAsync("/files?name=large.bin", new StreamContent(new ZeroStream(length)));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        // Far below the length of the file, client and server together.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40 << 20);
        var file = (await answer.Content.ReadFromJsonAsync<UploadedFile>())!;
        using var back = await ada.GetAsync(file.Url, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(length, back.Content.Headers.ContentLength);
        using var one = new HttpRequestMessage(HttpMethod.Post, "/files?name=larger.bin") { Content = new StreamContent(new ZeroStream(length + 1)) };
        one.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ada.SendAsync(one)).StatusCode);
    }

    [Fact]
    public async Task A_sender_that_promises_more_than_it_sends_leaves_nothing()
    {
        var ada = await app.SignInAsync("ada");
        var before = OnDisk();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/files?name=lie.bin") { Content = new StreamContent(new ZeroStream(100_000)) };
        request.Content.Headers.ContentLength = 200_000;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ada.SendAsync(request));
        await EventuallyAsync(() => OnDisk() == before);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_nothing()
    {
        var ada = await app.SignInAsync("ada");
        var before = OnDisk();
        using var stop = new CancellationTokenSource();
        var sending = ada.PostAsync("/files?name=broken.bin", new StreamContent(new ZeroStream(50 << 20, () => stop.Cancel())), stop.Token);
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await EventuallyAsync(() => OnDisk() == before);
    }

    private int OnDisk() => Directory.Exists(Files) ? Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories).Count() : 0;

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 100 && !holds(); tries++) await Task.Delay(50);
        Assert.True(holds());
    }
}
