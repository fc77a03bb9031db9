using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Files;

public sealed class FilesHttpTests(MosaicApp app, TestCluster cluster) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_file_comes_back_as_it_went_with_its_name()
    {
        var ada = await app.SignInAsync("ada");
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var file = await UploadAsync(ada, "Résumé “1”.bin", bytes);
        Assert.Equal(("file", "application/octet-stream", 300_000L), (file.ResourceType, file.MimeType, file.FileSize));
        var answer = await ada.GetAsync(file.Url);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment; filename=\"R_sum_ _1_.bin\"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%E2%80%9C1%E2%80%9D.bin", answer.Content.Headers.NonValidated["Content-Disposition"].ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("private, max-age=31536000, immutable", answer.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_users_of_the_machine_cannot_look_into_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps other rights.");
            return;
        }
        await UploadAsync(await app.SignInAsync("ada"), "a.txt", "mine"u8.ToArray());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(app.DataDirectory, "files")));
    }

    [Fact]
    public async Task Parts_and_unchanged_files_are_answered_as_such()
    {
        var ada = await app.SignInAsync("ada");
        var file = await UploadAsync(ada, "a.txt", "0123456789"u8.ToArray());
        var part = await SendAsync(ada, HttpMethod.Get, file.Url, request => request.Headers.Range = new RangeHeaderValue(2, 4));
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        var whole = await SendAsync(ada, HttpMethod.Head, file.Url);
        Assert.Equal(10, whole.Content.Headers.ContentLength);
        var same = await SendAsync(ada, HttpMethod.Get, file.Url, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Pictures_are_shown_and_markup_is_only_saved()
    {
        var ada = await app.SignInAsync("ada");
        var picture = await UploadAsync(ada, "a.png", Samples.Png());
        Assert.Equal(("image", "image/png"), (picture.ResourceType, picture.MimeType));
        Assert.StartsWith("inline", await DispositionAsync(ada, picture.Url));
        Assert.StartsWith("attachment", await DispositionAsync(ada, picture.Url + "?download"));
        foreach (var markup in new[] { "<svg onload=alert(1)>", "<!doctype html><script>alert(1)</script>", "<?xml version='1.0'?><x/>", "\uFEFF  <html>" })
        {
            var file = await UploadAsync(ada, "a.png", System.Text.Encoding.UTF8.GetBytes(markup));
            Assert.Equal(("file", "application/octet-stream"), (file.ResourceType, file.MimeType));
            Assert.StartsWith("attachment", await DispositionAsync(ada, file.Url));
        }
    }

    [Fact]
    public async Task Somebody_elses_file_is_not_there()
    {
        var file = await UploadAsync(await app.SignInAsync("ada"), "a.txt", "mine"u8.ToArray());
        var bob = await app.SignInAsync("bob");
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync(file.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync(file.Url + "/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.DeleteAsync(file.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PutAsync(file.Url + "/preview", new ByteArrayContent(Samples.Jpeg()))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await app.Visitor().GetAsync(file.Url)).StatusCode);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_taken()
    {
        var ada = await app.SignInAsync("ada");
        var answer = await SendAsync(ada, HttpMethod.Post, "/files?name=a.txt", request =>
        {
            request.Content = new ByteArrayContent("x"u8.ToArray());
            request.Headers.Add("RequestVerificationToken", "wrong");
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Empty_and_too_large_files_are_refused_in_a_sentence()
    {
        await using var small = await new MosaicApp(cluster).StartAsync();
        await using (var db = small.Database.CreateDbContext())
            await db.Database.ExecuteSqlAsync($"INSERT INTO app_settings (key, value, updated_at) VALUES ('upload_limit_megabytes', '1', now())");
        // Settings are read again after a minute.
        small.Clock.Advance(TimeSpan.FromMinutes(2));
        var ada = await small.SignInAsync("ada");
        var empty = await ada.PostAsync("/files?name=a.txt", new ByteArrayContent([]));
        Assert.Equal((HttpStatusCode)422, empty.StatusCode);
        Assert.Contains("“a.txt” is empty", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var unannounced = await ada.PostAsync("/files?name=b.bin", new StreamContent(new UnknownLength(new MemoryStream(new byte[1_048_577]))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unannounced.StatusCode);
        Assert.Contains("1 MB", await unannounced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await ada.PostAsync("/files?name=c.bin", new ByteArrayContent(new byte[1_048_576]))).IsSuccessStatusCode);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(small.DataDirectory, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_form_carries_a_file_too()
    {
        var ada = await app.SignInAsync("ada");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { new ByteArrayContent("hello"u8.ToArray()), "file", "a b.txt" } };
        var file = await ReadAsync(await ada.PostAsync("/files", form));
        Assert.Equal(("a b.txt", 5L, "text/plain"), (file.Filename, file.FileSize, file.MimeType));
    }

    [Fact]
    public async Task A_preview_is_small_and_a_picture()
    {
        var ada = await app.SignInAsync("ada");
        var file = await UploadAsync(ada, "a.png", Samples.Png());
        Assert.Equal("image/png", (await ada.GetAsync(file.Url + "/preview")).Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode)422, (await ada.PutAsync(file.Url + "/preview", new ByteArrayContent("<svg>"u8.ToArray()))).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await ada.PutAsync(file.Url + "/preview", new ByteArrayContent([.. Samples.Jpeg(), .. new byte[300_000]]))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ada.PutAsync(file.Url + "/preview", new ByteArrayContent(Samples.Jpeg()))).StatusCode);
        var preview = await ada.GetAsync(file.Url + "/preview");
        Assert.Equal(("image/jpeg", Samples.Jpeg().Length), (preview.Content.Headers.ContentType!.MediaType, (await preview.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task What_no_memo_has_can_be_taken_back()
    {
        var ada = await app.SignInAsync("ada");
        var file = await UploadAsync(ada, "a.txt", "take me back"u8.ToArray());
        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync(file.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync(file.Url)).StatusCode);
    }

    private static async Task<UploadedFile> UploadAsync(HttpClient client, string name, byte[] bytes) =>
        await ReadAsync(await client.PostAsync("/files?name=" + Uri.EscapeDataString(name), new ByteArrayContent(bytes)));

    private static async Task<UploadedFile> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<UploadedFile>())!;
    }

    private static async Task<string> DispositionAsync(HttpClient client, string url) =>
        (await client.GetAsync(url)).Content.Headers.NonValidated["Content-Disposition"].ToString();

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string url, Action<HttpRequestMessage>? prepare = null)
    {
        var request = new HttpRequestMessage(method, url);
        prepare?.Invoke(request);
        return await client.SendAsync(request);
    }
}
