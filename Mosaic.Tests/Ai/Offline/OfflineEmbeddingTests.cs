using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineEmbeddingTests
{
    private static readonly string[] WithoutWords = ["", " ", "\n\n", "...", "\0\0", "!?", "\uD800", "\uDC00\uD800", "\uFE0F\u200D", "—"];

    [Fact]
    public void Every_text_has_a_direction_of_length_one() => Assert.All(
        [.. NaughtyStrings.All, .. WithoutWords, "the and of", "a", "🙂", "漢", "#tag", "e\u0301" + new string('\u0301', 1_000)],
        text =>
        {
            var vector = OfflineEmbedding.Embed(text);
            Assert.Equal(OfflineEmbedding.Dimensions, vector.Length);
            Assert.DoesNotContain(vector, float.IsNaN);
            Assert.InRange(Math.Sqrt(vector.Sum(value => (double)value * value)), 1 - 1e-5, 1 + 1e-5);
        });

    [Fact]
    public void Texts_without_words_have_one_and_the_same_direction() =>
        Assert.All(WithoutWords, text => Assert.Equal(OfflineEmbedding.Embed(""), OfflineEmbedding.Embed(text)));

    /// <summary>Kept vectors are compared with new ones, so a change here needs a new name of the model.</summary>
    [Fact]
    public void The_numbers_are_the_same_everywhere()
    {
        var vector = OfflineEmbedding.Embed("Went running with the dog; der Hund war müde. 東京で本を読んだ 42 🙂 the the the");
        Assert.Equal("85fe066fbfe68ef2", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(vector.AsSpan())))[..16]);
        Assert.Equal("hashed-words-1", OfflineEmbedding.Model);
    }

    [Theory]
    [InlineData("Größe", "GROSSE")]
    [InlineData("café", "CAFE\u0301")]
    [InlineData("Ｔｏｋｙｏ", "tokyo")]
    [InlineData("Ærø", "aero")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    public void Case_accents_and_width_do_not_matter(string one, string other) => Assert.Equal(OfflineEmbedding.Embed(one), OfflineEmbedding.Embed(other));

    [Theory]
    [InlineData("running", "runs", "ruin")]
    [InlineData("puppy", "Hund", "Hand")]
    [InlineData("doctor", "Ärztin", "actor")]
    [InlineData("Tierarzt", "veterinarian", "Tierpark")]
    [InlineData("saxophone", "saxaphone", "umbrella")]
    [InlineData("数据库迁移", "迁移数据库", "数学考试")]
    public void A_word_lies_nearer_to_its_kin_than_to_its_look_alike(string word, string kin, string lookAlike)
    {
        var vector = OfflineEmbedding.Embed(word);
        Assert.True(OfflineEmbedding.Likeness(vector, OfflineEmbedding.Embed(kin)) > OfflineEmbedding.Likeness(vector, OfflineEmbedding.Embed(lookAlike)) + 0.1);
    }

    [Fact]
    public void Small_words_hardly_count()
    {
        var vector = OfflineEmbedding.Embed("It was the lighthouse that we saw from there");
        Assert.InRange(OfflineEmbedding.Likeness(vector, OfflineEmbedding.Embed("lighthouse")), 0.9, 1);
        Assert.InRange(OfflineEmbedding.Likeness(vector, OfflineEmbedding.Embed("It was the spreadsheet that we saw from there")), -1, 0.3);
    }

    [Fact]
    public async Task Threads_do_not_disturb_each_other()
    {
        var texts = JudgedPairs.All.Select(pair => pair.One).ToList();
        var alone = texts.Select(OfflineEmbedding.Embed).ToList();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => texts.Select(OfflineEmbedding.Embed).ToList())));
        Assert.All(together, vectors => Assert.Equal(alone, vectors));
    }
}
