using Mosaic.Tests.Support.StubAi;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Mosaic.Tests;

/// <summary>The tests are a program, and so is the stub that lives among them. What is not for the stub goes where xunit would send it.</summary>
internal static class EntryPoint
{
    private static readonly string[] ForThePlatform = ["--server", "--internal-msbuild-node"];

    private static Task<int> Main(string[] arguments)
    {
        if (arguments is [StubAiCommand.Name, .. var rest]) return StubAiCommand.RunAsync(rest);
        return arguments.Intersect(ForThePlatform).Any()
            ? TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(arguments);
    }
}
