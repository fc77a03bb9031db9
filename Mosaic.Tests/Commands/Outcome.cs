namespace Mosaic.Tests.Commands;

internal sealed record Outcome(int ExitCode, string Output, string Error);
