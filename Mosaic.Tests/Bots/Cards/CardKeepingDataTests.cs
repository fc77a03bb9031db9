using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots.Cards;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardKeepingDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("\"x\":\"\\u0000 \\ud800 \\udc00\\ud800\"")]
    [InlineData("\"\\u0000\":\"\\ud83d\\ude00 😀 \\u2028 \\u0001 \\\\u0000 \\\\\\u0000\"")]
    [InlineData("\"x\":1e999999,\"y\":-1e-999999,\"z\":1e300")]
    [InlineData("\"x\":1,\"x\":2,\"\":3")]
    [InlineData("\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task The_database_takes_what_a_card_holds_and_gives_it_out_again(string field)
    {
        var sheet = Card(V1.Replace("{\"name\"", $"{{{field},\"name\"", StringComparison.Ordinal)).Sheet;
        await using var command = database.Source.CreateCommand("SELECT ($1::jsonb)::text");
        command.Parameters.Add(new() { Value = sheet.Card });
        var kept = Assert.IsType<string>(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(sheet.Name, Card(CharacterCards.WriteJson(sheet with { Card = kept })).Sheet.Name);
        Assert.Contains("Curious and calm.", Card(CharacterCards.WriteJson(sheet with { Card = kept })).Sheet.Card, StringComparison.Ordinal);
    }
}
