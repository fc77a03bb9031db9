using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Memos;

public sealed class MemoExportHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Selected_memos_come_as_markdown_with_their_files()
    {
        var ada = await app.SignInAsync("ada");
        var file = (await (await ada.PostAsync("/files?name=..%2Fplan.txt", new StringContent("the plan"))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var memo = await SaveAsync("ada", "# Spring\n\nraised beds #garden", file);
        await using var zip = await ZipArchive.CreateAsync(await ada.GetStreamAsync($"/memos/export?ids={memo:N}"), ZipArchiveMode.Read, leaveOpen: false, null);
        var text = await ReadAsync(zip.Entries.Single(entry => entry.Name.EndsWith(".md", StringComparison.Ordinal)));
        Assert.StartsWith($"---\nid: {memo}\ncreated: ", text, StringComparison.Ordinal);
        Assert.Contains("tags: [\"garden\"]\n---\n\n# Spring\n\nraised beds #garden\n", text, StringComparison.Ordinal);
        var attachment = zip.Entries.Single(entry => entry.FullName.StartsWith("attachments/", StringComparison.Ordinal));
        Assert.Equal("the plan", await ReadAsync(attachment));
        Assert.DoesNotContain("..", attachment.FullName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_exports_or_peeks_at_another_persons_memo()
    {
        var (ada, bob) = (await app.SignInAsync("ada"), await app.SignInAsync("bob"));
        var memo = await SaveAsync("ada", "a quiet thought");
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync($"/memos/export?ids={memo:N}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync($"/memos/{memo}/peek")).StatusCode);
        Assert.Equal("a quiet thought", (await ada.GetFromJsonAsync<JsonElement>($"/memos/{memo}/peek")).GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync("/memos/export?ids=nonsense,,")).StatusCode);
    }

    private async Task<Guid> SaveAsync(string name, string text, params Guid[] files)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, files, false, 0);
        Assert.IsType<SaveResult.Saved>(await app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoService>().SaveAsync(app.Person(name).Id, edit));
        return edit.Id;
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
