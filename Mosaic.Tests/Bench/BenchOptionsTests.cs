using Mosaic.Bench;
using Mosaic.Bench.Rows;

namespace Mosaic.Tests.Bench;

public sealed class BenchOptionsTests
{
    [Fact]
    public void Without_words_everything_is_measured_in_full()
    {
        var (options, refusal) = BenchOptions.Read([]);
        Assert.Null(refusal);
        Assert.Equal(["read", "write", "sync", "chat", "jobs", "embed", "words", "meaning", "fused", "quality"], options!.Workloads.Select(workload => workload.Name));
        Assert.Equal(Scale.Full, options.Scale);
        Assert.Equal(9, options.Rounds);
    }

    [Fact]
    public void Names_and_options_may_stand_in_any_order()
    {
        var (options, _) = BenchOptions.Read(["sync", "--scale", "small", "read", "--rounds", "7", "--seconds", "3"]);
        Assert.Equal(["sync", "read"], options!.Workloads.Select(workload => workload.Name));
        Assert.Equal((Scale.Small, 7, TimeSpan.FromSeconds(3)), (options.Scale, options.Rounds, options.Turn));
    }

    [Theory]
    [InlineData("dance", "There is no benchmark dance: there are read, write, sync, chat, jobs, embed, words, meaning, fused, quality.")]
    [InlineData("read --fast", "./mosaic bench knows --scale, --rounds and --seconds, not --fast.")]
    [InlineData("--scale huge", "--scale is followed by full or small.")]
    [InlineData("--rounds 4", "--rounds is followed by a number, at least 5.")]
    [InlineData("--seconds", "--seconds is followed by the length of a turn, at least 1.")]
    public void What_it_does_not_know_it_says(string words, string sentence)
    {
        var (options, refusal) = BenchOptions.Read(words.Split(' '));
        Assert.Null(options);
        Assert.Equal(sentence, refusal);
    }
}
