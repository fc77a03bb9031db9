using System.Globalization;
using System.Runtime.InteropServices;

namespace Mosaic.Tests.Support.StubAi;

/// <summary><c>stub-ai [--port N]</c>: serves until it is told to end; its address is the first line it prints.</summary>
internal static class StubAiCommand
{
    public const string Name = "stub-ai";

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (PortOf(arguments) is not { } port)
        {
            await Console.Error.WriteLineAsync($"{Name} takes --port and a number.");
            return 2;
        }
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var term = Hear(PosixSignal.SIGTERM);
        using var interrupt = Hear(PosixSignal.SIGINT);
        await using var stub = await StartAsync(port);
        if (stub is null) return 1;
        Console.WriteLine(stub.Address.ToString().TrimEnd('/'));
        Console.WriteLine("Open it in a browser to see its calls and how to set it. Ctrl+C ends it.");
        await told.Task;
        return 0;

        PosixSignalRegistration Hear(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            told.TrySetResult();
        });
    }

    private static async Task<StubAi?> StartAsync(int port)
    {
        try
        {
            return await StubAi.StartAsync(port);
        }
        catch (IOException)
        {
            await Console.Error.WriteLineAsync($"Port {port} is taken: name another, or none for a free one.");
            return null;
        }
    }

    private static int? PortOf(string[] arguments) => arguments switch
    {
        [] => 0,
        ["--port", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => port,
        _ => null,
    };
}
