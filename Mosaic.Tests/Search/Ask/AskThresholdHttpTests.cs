using Microsoft.Extensions.DependencyInjection;
using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Search.Ask;

/// <summary>What is near enough to be answered, measured with the offline helper's meaning on questions judged by hand.</summary>
public sealed class AskThresholdHttpTests(IndexGround ground) : IClassFixture<IndexGround>
{
    [Fact]
    public async Task Most_questions_find_their_memo_and_most_about_nothing_are_refused()
    {
        var ada = ground.App.Person("ada").Id;
        var names = new Dictionary<Guid, string>();
        foreach (var (name, text) in JudgedQuestions.Memos) names.Add(await ground.WriteAsync(ada, text), name);
        await ground.IndexAllAsync();
        await using var scope = ground.App.Services.CreateAsyncScope();
        var (asking, person) = (scope.ServiceProvider.GetRequiredService<AskService>(), (await scope.ServiceProvider.GetRequiredService<People>().FindAsync(ada))!);
        var (found, first, answerable, refused, sources) = (0, 0, 0, 0, 0);
        var wrong = new List<string>();
        foreach (var (question, memo) in JudgedQuestions.All)
        {
            var reading = await asking.ReadAsync(person, question);
            var read = reading.Sources.Select(source => names[source.Id]).ToList();
            if (memo is null)
            {
                if (read.Count == 0) refused++;
                else wrong.Add($"{question} read {string.Join(", ", read)}");
                continue;
            }
            answerable++;
            sources += read.Count;
            if (read.Contains(memo)) found++;
            else wrong.Add($"{question} missed {memo}, read {string.Join(", ", read)}");
            if (read.FirstOrDefault() == memo) first++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{found} of {answerable} found, {first} first, with {(double)sources / answerable:0.0} sources; {refused} of {JudgedQuestions.All.Count - answerable} refused.");
        foreach (var line in wrong) TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.True(found >= answerable * 0.9 && refused >= (JudgedQuestions.All.Count - answerable) * 0.85, string.Join(Environment.NewLine, wrong));
    }
}
