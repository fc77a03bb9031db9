using System.Text.Json;
using Mosaic.Tests.Security;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Tests.Ai.Offline;

public sealed class OfflineHelperTests
{
    [Fact]
    public void Tags_are_a_json_array() => Assert.Equal(
        ["garden"], JsonSerializer.Deserialize<string[]>(OfflineHelper.Answer(Ask(AiPurpose.Tags, "Watered the beds in the garden.") with { KnownTags = [new KnownTag("garden", [])] }))!);

    [Fact]
    public void A_text_that_needs_no_summary_gets_an_empty_one() => Assert.Equal("", OfflineHelper.Answer(Ask(AiPurpose.Summary, "Short.")));

    [Fact]
    public void A_conversation_is_named_after_its_first_question() => Assert.Equal("How is the garden?", OfflineHelper.Answer(
        Ask(AiPurpose.Title) with { Turns = [new AiTurn(true, "How is the garden?"), new AiTurn(false, "Green."), new AiTurn(true, "And the soup?")] }));

    [Fact]
    public void Embeddings_are_asked_for_elsewhere() => Assert.Throws<ArgumentException>(() => OfflineHelper.Answer(Ask(AiPurpose.Embedding, "text")));

    [Fact]
    public void Every_other_purpose_has_an_answer_for_every_text_the_same_each_time() => Assert.All(
        from purpose in Enum.GetValues<AiPurpose>()
        where purpose != AiPurpose.Embedding
        from text in NaughtyStrings.All
        select Ask(purpose, text, text) with { Persona = text, Turns = [new AiTurn(true, text)], KnownTags = [new KnownTag(text, [text])] },
        request => Assert.Equal(OfflineHelper.Answer(request), OfflineHelper.Answer(request)));

    [Fact]
    public void Every_purpose_has_an_answer_without_sources() => Assert.All(
        Enum.GetValues<AiPurpose>().Where(purpose => purpose != AiPurpose.Embedding), purpose => Assert.NotNull(OfflineHelper.Answer(Ask(purpose))));

    private static AiRequest Ask(AiPurpose purpose, params string[] texts) =>
        new(purpose, Guid.Empty) { Instructions = "", Sources = [.. texts.Select(text => new AiSource("memo", Guid.Empty, text))] };
}
