using System.Runtime.InteropServices;
using Mosaic.Bench;
using Mosaic.Bench.Bare;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;
using Mosaic.Data.Postgres;

if (args is ["bare", var recorded])
{
    await BareServer.RunAsync(recorded);
    return 0;
}

if (args is ["streams", var provider])
{
    await BareStreams.RunAsync(provider);
    return 0;
}

var (options, refusal) = BenchOptions.Read(args);
if (options is null)
{
    Console.Error.WriteLine(refusal);
    return 2;
}

// Ctrl+C ends the servers and the database before this program.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var report = await new BenchRun(options).RunAsync(stop.Token);
    Console.WriteLine(ReportTable.Of(report));
    Console.Error.WriteLine($"Every sample is in {await ReportFile.WriteAsync(report, Path.Combine("artifacts", "bench"))}");
    return 0;
}
catch (Exception exception) when (exception is BenchTroubleException or DatabaseTroubleException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (Exception) when (stop.IsCancellationRequested)
{
    return 130;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
