using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Importing;
using static Mosaic.Tests.Chat.Importing.ImportFixtures;

namespace Mosaic.Tests.Chat.Importing;

/// <summary>Conversations brought in and taken away over HTTP.</summary>
public sealed class ChatFilesHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private static readonly string Chat = Gpt(Node("q", null, "Wie weit ist das Meer? 🌊", children: "\"a\"") + "," + Node("a", "q", "Far.", "assistant"));

    [Fact]
    public async Task A_file_is_reported_then_imported_and_not_a_second_time()
    {
        var ada = await app.SignInAsync("ada");
        var report = await ReadAsync<ImportReport>(await SendAsync(ada, "/chat/import?dryRun=true", Chat));
        Assert.Equal(2, Assert.Single(report.New).Messages);
        var outcome = await ReadAsync<ImportOutcome>(await SendAsync(ada, "/chat/import", Chat));
        Assert.Single(outcome.Imported);
        Assert.Equal(1, (await ReadAsync<ImportOutcome>(await SendAsync(ada, "/chat/import", Chat))).AlreadyThere);
    }

    [Fact]
    public async Task What_is_no_export_is_refused_in_a_sentence_and_no_token_is_no_entry()
    {
        var refused = await SendAsync(await app.SignInAsync("ada"), "/chat/import", "%PDF-1.7");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(ChatImports.Unknown, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(await app.SignInAsync("ada", sendsToken: false), "/chat/import", Chat)).StatusCode);
    }

    [Fact]
    public async Task A_conversation_is_taken_away_as_what_is_read_and_as_its_tree()
    {
        var id = await ImportedAsync("bob");
        var bob = await app.SignInAsync("bob");
        var text = await bob.GetAsync($"/chat/{id}/export?format=md");
        Assert.Equal(("text/markdown", "attachment", "Sea.md"), (text.Content.Headers.ContentType!.MediaType, text.Content.Headers.ContentDisposition!.DispositionType, text.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("# Sea\n\n## bob · 2023-11-14 22:13\n\nWie weit ist das Meer? 🌊\n\n## Bot · 2023-11-14 22:13\n\nFar.\n", await text.Content.ReadAsStringAsync());
        var tree = await bob.GetFromJsonAsync<JsonElement>($"/chat/{id}/export?format=json");
        Assert.Equal(("mosaic-chat", 1, 2), (tree.GetProperty("format").GetString(), tree.GetProperty("version").GetInt32(), tree.GetProperty("messages").GetArrayLength()));
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.GetAsync($"/chat/{id}/export?format=pdf")).StatusCode);
    }

    [Fact]
    public async Task Conversations_of_others_are_not_found()
    {
        var id = await ImportedAsync("cleo");
        var bob = await app.SignInAsync("bob");
        foreach (var format in new[] { "md", "json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync($"/chat/{id}/export?format={format}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync("cleo")).GetAsync($"/chat/{id}/export?format={format}")).StatusCode);
        }
    }

    private async Task<Guid> ImportedAsync(string name)
    {
        var imports = app.Services.CreateScope().ServiceProvider.GetRequiredService<ChatImportService>();
        return Assert.Single((await imports.ImportAsync(app.Person(name).Id, await ImportFixtures.ReadAsync(Chat)))!.Ids);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "conversations.json" } };
        return await client.PostAsync(address, form);
    }
}
