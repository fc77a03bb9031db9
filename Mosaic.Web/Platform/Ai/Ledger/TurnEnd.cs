using Mosaic.Data.Ai;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>How a call ended; the outcome is one of <see cref="TurnOutcome"/>.</summary>
internal sealed record TurnEnd(string Outcome, AiFault Fault, TokenCount Tokens, TimeSpan? FirstToken = null, decimal? Cost = null);
