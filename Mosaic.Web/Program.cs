using Mosaic.Web.Hosting;
using Mosaic.Web.Hosting.Database;
using Mosaic.Web.Hosting.Demo;

return await PlainEnding.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    if (DatabaseCommand.Find(args, builder.Configuration) is { } command) return await command.RunAsync();
    builder.AddMosaic();

    await using var app = builder.Build();
    await app.PrepareMosaicAsync();
    if (args.Contains("--demo")) await DemoPerson.AddAsync(app.Services);
    if (StubAi.AddressIn(args) is { } stub) await StubAi.UseAsync(app.Services, stub);
    await app.GreetWhenReadyAsync();
    app.UseMosaic();
    await app.RunAsync();
    return 0;
});
