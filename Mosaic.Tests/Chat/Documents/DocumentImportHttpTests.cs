using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Api;
using Mosaic.Tests.Files;
using Mosaic.Tests.Outbound;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Features.Chat.Documents.Import;
using Mosaic.Web.Platform.Jobs;
using static Mosaic.Tests.Chat.Documents.DocumentFixtures;

namespace Mosaic.Tests.Chat.Documents;

/// <summary>Documents taken in, read by the job, and let go again, with workers that rest.</summary>
public sealed class DocumentImportHttpTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly FarServer _far = new();
    private MosaicApp _app = null!;
    private AsyncServiceScope _scope;

    private Guid Ada => _app.Person("ada").Id;

    private DocumentIntake Intake => _scope.ServiceProvider.GetRequiredService<DocumentIntake>();

    private DocumentService Documents => _scope.ServiceProvider.GetRequiredService<DocumentService>();

    public async ValueTask InitializeAsync()
    {
        await _far.InitializeAsync();
        _app = await new MosaicApp(cluster)
        {
            Replace = services => services.AddSingleton(new JobOptions { Workers = 0 }).AddSingleton(_far.Client()),
        }.StartAsync();
        _scope = _app.Services.CreateAsyncScope();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
        await _far.DisposeAsync();
    }

    public static TheoryData<string, string> Kinds => new()
    {
        { "tides.txt", "heron" }, { "tides.md", "heron" }, { "tides.html", "heron" }, { "tides.csv", "heron" }, { "tides.json", "heron" }, { "tides.docx", "heron" }, { "tides.epub", "heron" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_of_file_becomes_passages_that_are_placed_and_found(string name, string word)
    {
        var id = await AddAsync(FileOf(name, word), name);
        Assert.Equal(JobResult.Done, await ReadAsync(id));
        var document = (await Documents.FindAsync(Ada, id))!;
        Assert.Equal((DocumentStatus.Completed, null, 1.0), (document.Status, document.Stage, document.Progress));
        var chunks = await ChunksAsync(id);
        Assert.Equal(document.Chunks, chunks.Count);
        Assert.Contains(chunks, chunk => chunk.Content.Contains(word, StringComparison.Ordinal));
        Assert.All(chunks, chunk => Assert.Equal((MemoryKind.Passage, MemoryScope.All), (chunk.Kind, chunk.Scope)));
        Assert.Equal(chunks.Count, await CountAsync($"memory_embeddings WHERE memory_id IN (SELECT id FROM memories WHERE document_id = '{id}')"));
        Assert.Equal(1, await CountAsync($"search_entries WHERE source_kind = 'document' AND source_id = '{id}'"));
    }

    [Fact]
    public async Task A_document_of_thousands_of_passages_is_read_whole_and_read_twice_it_is_there_once()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 6_000).Select(n => $"# Part {n}\n\nThe heron stood in the reeds for the {n}th time. {new string('x', 700)}."));
        var id = await AddAsync(Utf8(text), "large.md");
        Assert.Equal(JobResult.Done, await ReadAsync(id));
        var chunks = await ChunksAsync(id);
        Assert.InRange(chunks.Count, 6_000, 12_000);
        Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(chunk => chunk.Position));
        Assert.Equal(JobResult.Done, await ReadAsync(id));
        Assert.Equal(chunks.Select(chunk => chunk.Id), (await ChunksAsync(id)).Select(chunk => chunk.Id));
    }

    [Fact]
    public async Task A_PDF_of_300_pages_is_read_page_by_page_and_tells_how_far_it_is()
    {
        Assert.SkipUnless(new PathPrograms().Find("pdftotext") is not null, "pdftotext is not installed.");
        var id = await AddAsync(PdfFile.Of([.. Enumerable.Range(1, 300).Select(page => $"The heron stood in the reeds on page {page}.")]), "tides.pdf");
        var reading = ReadAsync(id);
        var seen = new List<(string? Stage, double Progress)>();
        while (!reading.IsCompleted) seen.Add(await Documents.FindAsync(Ada, id) is { } now ? (now.Stage, now.Progress) : (null, 0));
        Assert.Equal(JobResult.Done, await reading);
        var chunks = await ChunksAsync(id);
        Assert.Equal(Enumerable.Range(1, 300).Select(page => $"page {page}"), chunks.Select(chunk => chunk.Metadata.Place));
        Assert.Contains("heron", chunks[299].Content, StringComparison.Ordinal);
        Assert.Contains(DocumentStage.Reading, seen.Select(one => one.Stage));
        Assert.Contains(DocumentStage.Placing, seen.Select(one => one.Stage));
        Assert.Equal(seen.Select(one => one.Progress).Order(), seen.Select(one => one.Progress));
    }

    [Fact]
    public async Task A_locked_PDF_and_a_cut_off_one_say_what_is_wrong_with_them()
    {
        Assert.SkipUnless(new PathPrograms().Find("pdftotext") is not null, "pdftotext is not installed.");
        var whole = PdfFile.Of(["Nobody may read this."], isEncrypted: true);
        Assert.Equal(PdfText.Encrypted, await TroubleAsync(whole, "locked.pdf"));
        Assert.Equal(PdfText.Broken, await TroubleAsync(whole[..60], "broken.pdf"));

        async Task<string?> TroubleAsync(byte[] file, string name)
        {
            var id = await AddAsync(file, name);
            await ReadAsync(id);
            return (await Documents.FindAsync(Ada, id))!.ErrorMessage;
        }
    }

    [Theory]
    [InlineData("broken.docx", "PK\u0003\u0004 this is no archive")]
    [InlineData("locked.pdf", "%PDF-1.7 and no more")]
    [InlineData("blank.txt", "  \n ")]
    public async Task What_cannot_be_read_says_why_and_leaves_nothing(string name, string text)
    {
        var id = await AddAsync(Encoding.Latin1.GetBytes(text), name);
        await ReadAsync(id);
        var document = (await Documents.FindAsync(Ada, id))!;
        Assert.Equal(DocumentStatus.Failed, document.Status);
        Assert.EndsWith(".", document.ErrorMessage, StringComparison.Ordinal);
        Assert.Empty(await ChunksAsync(id));
        Assert.Equal(0, await CountAsync($"import_documents WHERE id = '{id}' AND content <> ''"));
        Assert.IsType<DocumentResult.Done>(await Documents.RetryAsync(Ada, id));
        Assert.Equal(DocumentStatus.Pending, (await Documents.FindAsync(Ada, id))!.Status);
    }

    [Fact]
    public async Task An_empty_file_and_one_that_claims_or_is_too_much_are_refused_and_not_kept()
    {
        Assert.IsType<DocumentResult.Refused>(await Intake.AddFileAsync(Ada, "empty.txt", new MemoryStream(), DocumentTarget.All));
        Assert.True(Assert.IsType<DocumentResult.Refused>(await Intake.AddFileAsync(Ada, "claims.txt", new MemoryStream([1]), DocumentTarget.All, length: 10L << 30)).IsTooLarge);
        Assert.True(Assert.IsType<DocumentResult.Refused>(await Intake.AddFileAsync(Ada, "endless.txt", new ZeroStream(long.MaxValue), DocumentTarget.All)).IsTooLarge);
        Assert.Equal(0, await CountAsync("resources"));
        Assert.Equal(0, await CountAsync("import_documents"));
    }

    [Fact]
    public async Task An_address_is_fetched_and_a_private_one_is_not()
    {
        _far.Names["heron.example.org"] = () => [FarServer.Far];
        _far.Answer = async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(FileOf("page.html", "heron"));
        };
        var id = DoneOf(await Intake.AddUrlAsync(Ada, "http://heron.example.org/page", DocumentTarget.All)).Id;
        Assert.Equal(JobResult.Done, await ReadAsync(id));
        Assert.Contains("heron", (await ChunksAsync(id))[0].Content, StringComparison.Ordinal);

        var inside = DoneOf(await Intake.AddUrlAsync(Ada, "http://127.0.0.1/secret", DocumentTarget.All)).Id;
        await ReadAsync(inside);
        Assert.Equal((DocumentStatus.Failed, "The address does not lead to the open internet."), ((await Documents.FindAsync(Ada, inside))!.Status, (await Documents.FindAsync(Ada, inside))!.ErrorMessage));
        Assert.IsType<DocumentResult.Refused>(await Intake.AddUrlAsync(Ada, "file:///etc/passwd", DocumentTarget.All));
    }

    [Fact]
    public async Task The_same_file_is_taken_once_for_the_same_bots_and_its_bytes_go_with_it()
    {
        var bot = await BotAsync("ada");
        var first = await AddAsync(Utf8("The heron."), "a.txt");
        var again = Assert.IsType<DocumentResult.Done>(await Intake.AddFileAsync(Ada, "b.txt", new MemoryStream(Utf8("The heron.")), DocumentTarget.All));
        Assert.Equal((first, true), (again.Document.Id, again.WasThere));
        Assert.Equal(1, await CountAsync("resources"));
        Assert.False(Assert.IsType<DocumentResult.Done>(await Intake.AddFileAsync(Ada, "a.txt", new MemoryStream(Utf8("The heron.")), DocumentTarget.OfBot(bot))).WasThere);

        await ReadAsync(first);
        _app.Clock.Advance(TimeSpan.FromDays(20));
        await _app.Services.GetRequiredService<Web.Platform.Files.FileCleaner>().DeleteUnusedAsync(CancellationToken.None);
        Assert.Equal(2, await CountAsync("resources"));
        Assert.True(await Documents.DeleteAsync(Ada, first));
        Assert.Null(await Documents.FindAsync(Ada, first));
        Assert.Equal(0, await CountAsync($"search_entries WHERE source_id = '{first}'"));
        Assert.True(await Documents.RestoreAsync(Ada, first));
        Assert.Equal(1, await CountAsync($"search_entries WHERE source_id = '{first}'"));
        await Documents.DeleteAsync(Ada, first);
        _app.Clock.Advance(TimeSpan.FromDays(100));
        await Sweeper.SweepAsync();
        Assert.Empty(await ChunksAsync(first));
        Assert.Equal((1, 1), (await CountAsync("import_documents"), await CountAsync("resources")));
    }

    [Fact]
    public async Task Whoever_knows_a_document_knows_its_passages_and_other_peoples_bots_do_not()
    {
        var (mine, bobs) = (await BotAsync("ada"), await BotAsync("bob"));
        var id = await AddAsync(Utf8("The heron."), "a.txt");
        await ReadAsync(id);
        Assert.IsType<DocumentResult.Done>(await Documents.MoveAsync(Ada, id, DocumentTarget.OfBot(mine)));
        Assert.All(await ChunksAsync(id), chunk => Assert.Equal((MemoryScope.Bot, mine), (chunk.Scope, chunk.BotId)));
        Assert.IsType<DocumentResult.NotFound>(await Documents.MoveAsync(Ada, id, DocumentTarget.OfBot(bobs)));
        Assert.IsType<DocumentResult.NotFound>(await Documents.MoveAsync(_app.Person("bob").Id, id, DocumentTarget.All));
        Assert.IsType<DocumentResult.NotFound>(await Intake.AddFileAsync(Ada, "b.txt", new MemoryStream(Utf8("Another.")), DocumentTarget.OfBot(bobs)));
        Assert.Single(await Documents.ListAsync(Ada, botId: mine));
        Assert.Empty(await Documents.ListAsync(Ada, botId: Guid.NewGuid()));
    }

    [Fact]
    public async Task Pages_send_files_beside_the_circuit_and_programs_send_files_and_addresses()
    {
        var ada = await _app.SignInAsync("ada");
        using var form = new MultipartFormDataContent { { new StringContent("all"), "scope" }, { new ByteArrayContent(Utf8("The heron.")), "file", "page.txt" } };
        var added = await ada.PostAsync(DocumentEndpoints.Address, form);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var wrong = new MultipartFormDataContent { { new StringContent("bot"), "scope" }, { new ByteArrayContent(Utf8("Another.")), "file", "page.txt" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync(DocumentEndpoints.Address, wrong)).StatusCode);
        Assert.Equal(1, await CountAsync("resources"));
        Assert.Equal(HttpStatusCode.BadRequest, (await (await _app.SignInAsync("ada", sendsToken: false)).PostAsync(DocumentEndpoints.Address, new MultipartFormDataContent { { new ByteArrayContent([65]), "file", "a.txt" } })).StatusCode);

        var program = await _app.ProgramAsync("ada");
        using var file = new MultipartFormDataContent { { new ByteArrayContent(Utf8("By program.")), "file", "program.txt" } };
        var made = await program.PostAsync("/api/v1/documents", file);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync("/api/v1/documents", new { url = "https://heron.example.org/" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync("/api/v1/documents", new { url = "ftp://heron.example.org/" })).StatusCode);
        Assert.Equal(3, (await program.GetFromJsonAsync<JsonElement>("/api/v1/documents")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.ProgramAsync("bob")).GetAsync($"/api/v1/documents/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"/api/v1/documents/{id}")).StatusCode);
    }

    private ChatSweeper Sweeper => _app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ChatSweeper>().Single();

    private static byte[] FileOf(string name, string word) => Path.GetExtension(name) switch
    {
        ".html" => Utf8($"<html><head><title>Tides</title></head><body><article><p>The {word} stood in the reeds, and the water rose around it until the evening came.</p></article></body></html>"),
        ".csv" => Utf8($"bird,place\n{word},reeds\n"),
        ".json" => Utf8($$"""{"bird":"{{word}}"}"""),
        ".docx" => Docx(Paragraph($"The {word} stood in the reeds.")),
        ".epub" => Epub(("OPS/one.xhtml", $"<html><body><h1>One</h1><p>The {word} stood in the reeds.</p></body></html>")),
        _ => Utf8($"# Birds\n\nThe {word} stood in the reeds."),
    };

    private static DocumentCard DoneOf(DocumentResult result) => Assert.IsType<DocumentResult.Done>(result).Document;

    private async Task<Guid> AddAsync(byte[] bytes, string name) => DoneOf(await Intake.AddFileAsync(Ada, name, new MemoryStream(bytes), DocumentTarget.All)).Id;

    private async Task<Guid> BotAsync(string owner) =>
        Assert.IsType<BotResult.Saved>(await _scope.ServiceProvider.GetRequiredService<BotService>().MakeAsync(_app.Person(owner).Id, new BotSheet { Name = "Reader" })).Bot.Id;

    private async Task<JobResult> ReadAsync(Guid id)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var job = new Data.Jobs.ClaimedJob(Guid.NewGuid(), ReadDocument.Kind, null, Ada, JobPayload.Of(new ReadDocument.Work(id)), 1, 8);
        return await scope.ServiceProvider.GetRequiredService<ReadDocument>().RunAsync(new JobRun(job), CancellationToken.None);
    }

    private async Task<List<Memory>> ChunksAsync(Guid id)
    {
        await using var db = _app.Database.CreateDbContext();
        return await db.Memories.AsNoTracking().Where(memory => memory.DocumentId == id).OrderBy(memory => memory.Position).ToListAsync();
    }

    private async Task<int> CountAsync(string what)
    {
        await using var count = _app.Database.Source.CreateCommand($"SELECT count(*)::int FROM {what}");
        return (int)(await count.ExecuteScalarAsync())!;
    }
}
