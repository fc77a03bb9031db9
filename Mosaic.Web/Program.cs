using Mosaic.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddMosaic();

var app = builder.Build();
await app.PrepareMosaicAsync();
app.UseMosaic();
await app.RunAsync();
