using System.Net;
using System.Net.Http.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>
/// Bob walks through every address of the app with every id of ada's in his hand. He finds nothing, changes nothing and learns nothing: what
/// is hers answers him as what was never there. Addresses that come later are walked too. The API takes no cookie and has a walk of its own (ApiAccessWalkHttpTests).
/// </summary>
public sealed class AccessWalkHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    /// <summary>Places that hold no id of a person's object. A day is everybody's: what is on it is walked by DiaryAccessHttpTests.</summary>
    private static readonly string[] OtherPlaces = ["Token", "documentName", "Day", "date"];

    [Fact]
    public async Task What_is_adas_does_not_exist_for_bob()
    {
        await AccessWalkObjects.MakeAsync(app, "ada");
        await app.JobsDoneAsync();
        var ids = await AccessWalkObjects.IdsAsync(app.Database.Source);
        var routes = Route.Of(app).Where(route => !route.IsApi && route.Places.Any(place => !OtherPlaces.Contains(place.Name))).ToList();
        Assert.NotEmpty(ids);
        Assert.NotEmpty(routes);
        await AdaFindsHerThingsAsync(routes, ids);

        var before = await AccessWalkObjects.EverythingAsync(app.Database.Source);
        var bob = await app.SignInAsync("bob");
        var found = new List<string>();
        foreach (var route in routes)
            foreach (var id in ids)
            {
                var theirs = await AskAsync(bob, route, id);
                var nobodys = await AskAsync(bob, route, Guid.CreateVersion7().ToString());
                if (theirs != nobodys || (route.IsRead && theirs != HttpStatusCode.NotFound) || (int)theirs is < 400 or 403 or >= 500)
                    found.Add($"{route} with {id}: {(int)theirs}, and {(int)nobodys} for an id that is nobody's");
            }
        Assert.Equal("", string.Join(Environment.NewLine, found));
        Assert.Equal(before, await AccessWalkObjects.EverythingAsync(app.Database.Source));
    }

    /// <summary>Otherwise the walk would pass by asking for nothing.</summary>
    private async Task AdaFindsHerThingsAsync(List<Route> routes, IReadOnlyList<string> ids)
    {
        var ada = await app.SignInAsync("ada");
        var empty = new List<string>();
        foreach (var route in routes.Where(route => route.IsRead))
        {
            var isFound = false;
            foreach (var id in ids)
                if (!isFound) isFound = await AskAsync(ada, route, id) == HttpStatusCode.OK;
            if (!isFound) empty.Add($"{route} shows ada none of her things; AccessWalkObjects has to make one");
        }
        Assert.Equal("", string.Join(Environment.NewLine, empty));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, Route route, string id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Fill(_ => id));
        if (!route.IsRead && route.Method != "DELETE") request.Content = JsonContent.Create(new { content = "mine now", resourceIds = Array.Empty<Guid>(), targetId = id, baseRevision = 2 });
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
