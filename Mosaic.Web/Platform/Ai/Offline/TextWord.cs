namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A word where it stands, for those who look for phrases.</summary>
/// <param name="Surface">As it is written.</param>
/// <param name="Stem">What its forms have in common, as a hash.</param>
/// <param name="SaysSomething">It is neither a number nor a word that every text has.</param>
/// <param name="IsTelling">It could be what a text is about.</param>
/// <param name="IsThing">It stands like a noun: with an article and without a word it would belong to, or with the capital of a German one.</param>
/// <param name="FollowsClosely">Only a space or a hyphen is between it and the word before.</param>
/// <param name="InHeading">It stands in a heading.</param>
/// <param name="Concept">What it means, if the table knows and the word is not too common to say so.</param>
internal sealed record TextWord(string Surface, ulong Stem, bool SaysSomething, bool IsTelling, bool IsThing, bool FollowsClosely, bool InHeading, Concept? Concept);
