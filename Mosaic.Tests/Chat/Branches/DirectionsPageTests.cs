using Bunit;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Parts;

namespace Mosaic.Tests.Chat.Branches;

public sealed class DirectionsPageTests(TestDatabase database) : TreePageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Three_are_proposed_and_it_is_said_that_no_model_made_them()
    {
        var ground = await OpenForAsync("dp1");
        var dialog = Open((await ground.SayAsync("Rain?")).Id);
        dialog.WaitForAssertion(() => Assert.Equal(["More about how it feels", "A practical next step", "The opposite view"], Lines(dialog)));
        Assert.Contains("offline helper", dialog.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Direction 1", "Direction 2", "Direction 3"], dialog.FindAll("label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task What_was_typed_before_the_proposal_came_stays_even_where_it_was_emptied_again()
    {
        var ground = await OpenForAsync("dp2");
        var said = await ground.SayAsync("Rain?");
        var wait = new TaskCompletionSource();
        DatabaseWaitsFor = wait.Task;
        var dialog = Open(said.Id);
        Assert.Equal("true", dialog.Find("[role=status]").GetAttribute("aria-busy"));
        await dialog.Find("#direction-1").InputAsync("My own");
        await dialog.Find("#direction-2").InputAsync("x");
        await dialog.Find("#direction-2").InputAsync("");
        wait.SetResult();
        dialog.WaitForAssertion(() => Assert.Null(dialog.Find("[role=status]").GetAttribute("aria-busy")));
        Assert.Equal(["More about how it feels", "My own", ""], Lines(dialog));
    }

    [Fact]
    public async Task Without_a_direction_nothing_can_be_written_and_a_refusal_is_said()
    {
        var ground = await OpenForAsync("dp3");
        var dialog = Open((await ground.SayAsync("Rain?")).Id);
        dialog.WaitForAssertion(() => Assert.NotEqual("", Lines(dialog)[0]));
        for (var at = 0; at < 3; at++) await dialog.Find($"#direction-{at}").InputAsync(" ");
        Assert.True(dialog.Find("button[type=submit]").HasAttribute("disabled"));
        await dialog.Find("#direction-0").InputAsync(new string('x', 2_001));
        await dialog.Find("#directions-form").SubmitAsync();
        dialog.WaitForAssertion(() => Assert.Contains("2,000 characters", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_leaves_what_was_typed()
    {
        var ground = await OpenForAsync("dp4");
        var said = await ground.SayAsync("Rain?");
        DatabaseIsSilent = true;
        var dialog = Open(said.Id);
        dialog.WaitForAssertion(() => Assert.Contains("does not answer", dialog.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await dialog.Find("#direction-0").InputAsync("Mine");
        await dialog.Find("#directions-form").SubmitAsync();
        dialog.WaitForAssertion(() => Assert.Contains("nothing is written", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine", Lines(dialog)[0]);
        DatabaseIsSilent = false;
    }

    private static List<string> Lines(IRenderedComponent<DirectionsDialog> dialog) => [.. dialog.FindAll("textarea").Select(field => field.GetAttribute("value") ?? "")];

    private IRenderedComponent<DirectionsDialog> Open(Guid message) =>
        Render<DirectionsDialog>(parameters => parameters.Add(dialog => dialog.Person, Person).Add(dialog => dialog.MessageId, message).Add(dialog => dialog.OnDone, (Guid? _) => { }));
}
