namespace Mosaic.Web.Platform.Api;

/// <summary>Refuses what no operation can use, before it begins: addresses with characters that no database keeps, and input that says it is wrong.</summary>
internal sealed class InputFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var errors = request.Query.Where(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true))
            .Select(field => (Field: field.Key.Replace("\0", "", StringComparison.Ordinal), Sentence: "The character with the number zero cannot be part of this."))
            .Concat(context.Arguments.OfType<IChecked>().SelectMany(input => input.Check()))
            .GroupBy(error => error.Field).ToDictionary(error => error.Key, error => error.Select(line => line.Sentence).ToArray());
        return errors.Count > 0 ? ApiProblem.Invalid(errors) : await next(context);
    }
}
