using Mosaic.Tests.Jobs;
using Mosaic.Tests.Support.StubAi;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Mosaic.Tests;

/// <summary>The tests are a program, and so are the stub that lives among them and a server with work to be counted. What is for neither goes where xunit would send it.</summary>
internal static class EntryPoint
{
    private static readonly string[] ForThePlatform = ["--server", "--internal-msbuild-node"];

    private static Task<int> Main(string[] arguments)
    {
        if (arguments is [StubAiCommand.Name, .. var rest]) return StubAiCommand.RunAsync(rest);
        if (arguments is [JobServerCommand.Name]) return JobServerCommand.RunAsync();
        return arguments.Intersect(ForThePlatform).Any()
            ? TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(arguments);
    }
}
