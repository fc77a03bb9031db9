using Microsoft.Extensions.Options;
using Mosaic.Data.Postgres;

namespace Mosaic.Web.Hosting;

/// <summary>Ends a start that cannot succeed with one sentence and exit code 1 rather than a stack trace.</summary>
internal static class PlainEnding
{
    public static async Task<int> RunAsync(Func<Task<int>> start)
    {
        try
        {
            return await start();
        }
        catch (Exception exception) when (Sentences(exception) is { } sentences)
        {
            foreach (var sentence in sentences) await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static IEnumerable<string>? Sentences(Exception exception) => exception switch
    {
        DatabaseTroubleException or AddressTakenException => [exception.Message],
        OptionsValidationException options => options.Failures,
        _ => null,
    };
}
