using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai.Ledger;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>All that the page of providers shows.</summary>
public sealed record AiProviderView(IReadOnlyList<AiProviderState> Providers, AiHealth Health, IndexState Index, IReadOnlyList<UsageLine> Month);
