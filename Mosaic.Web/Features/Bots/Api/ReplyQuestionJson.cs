using System.ComponentModel;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>What is said to a bot about its reply.</summary>
internal sealed record ReplyQuestionJson(
    [property: Description("At most 4,000 characters.")] string Question,
    [property: Description("At most 4 of your pictures; other files are left out.")] IReadOnlyList<Guid>? ResourceIds = null);
