using System.Security.Claims;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Bots and notes for programs that speak OpenAI's protocol. Credentials and limits are those of the API.</summary>
internal static class OpenAiEndpoints
{
    /// <summary>In bytes.</summary>
    private const int MaxBody = 1 << 20;

    public static void MapOpenAi(this IEndpointRouteBuilder routes)
    {
        // Not in our document of the API: whoever comes here knows OpenAI's.
        var group = routes.MapPrograms(ApiRoutes.OpenAiPrefix, MaxBody);
        group.ExcludeFromDescription();
        group.MapGet("/models", ListAsync).Needs(ApiScopes.Chat);
        group.MapGet("/models/{id}", FindAsync).Needs(ApiScopes.Chat);
        group.MapPost("/chat/completions", CompleteAsync).Needs(ApiScopes.Chat);
        group.MapPost("/embeddings", EmbedAsync).Needs(ApiScopes.Chat);
    }

    private static async Task ListAsync(HttpResponse response, ClaimsPrincipal user, TalkModels models, CancellationToken cancellationToken) =>
        await SendAsync(response, new { Object = "list", Data = (await models.ListAsync(user.UserId(), cancellationToken)).Select(model => model.Json) }, cancellationToken);

    private static async Task FindAsync(string id, HttpResponse response, ClaimsPrincipal user, TalkModels models, CancellationToken cancellationToken) =>
        await (await models.FindAsync(user.UserId(), id, cancellationToken) is { } model ? SendAsync(response, model.Json, cancellationToken) : OpenAiError.NoModel(id).WriteAsync(response, cancellationToken));

    private static async Task CompleteAsync(ChatQuestionJson question, HttpContext http, ClaimsPrincipal user, TalkModels models, Talk talk, People people, TimeProvider clock)
    {
        var (response, gone) = (http.Response, http.RequestAborted);
        if (await models.FindAsync(user.UserId(), question.Model, gone) is not { } model || await people.FindAsync(user.UserId(), gone) is not { } person)
        {
            await OpenAiError.NoModel(question.Model).WriteAsync(response, gone);
            return;
        }
        var head = CompletionHead.Of(model, clock.GetUtcNow());
        if (question.Stream is true)
        {
            await talk.StreamAsync(person, model, question, new CompletionStream(response, head, question.StreamOptions?.IncludeUsage is true), gone);
            return;
        }
        try
        {
            await SendAsync(response, head.Whole(await talk.AnswerAsync(person, model, question, null, gone)), gone);
        }
        catch (Exception failed) when (Talk.ErrorOf(failed) is { } error)
        {
            await error.WriteAsync(response, gone);
        }
    }

    private static async Task EmbedAsync(EmbeddingQuestionJson question, HttpResponse response, ClaimsPrincipal user, Places places, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(response, await places.PlaceAsync(user.UserId(), question, cancellationToken), cancellationToken);
        }
        catch (Exception failed) when (Talk.ErrorOf(failed) is { } error)
        {
            await error.WriteAsync(response, cancellationToken);
        }
    }

    private static Task SendAsync(HttpResponse response, object body, CancellationToken cancellationToken) =>
        response.WriteAsJsonAsync(body, body.GetType(), OpenAiJson.Options, "application/json", cancellationToken);
}
