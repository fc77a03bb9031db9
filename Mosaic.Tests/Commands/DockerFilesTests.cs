using Mosaic.Tests.Architecture;
using Mosaic.Web.Hosting;
using Npgsql;
using YamlDotNet.Serialization;

namespace Mosaic.Tests.Commands;

/// <summary>The files for Docker, where no Docker is needed to see that they fit the code.</summary>
public sealed class DockerFilesTests
{
    private readonly Compose _compose = new DeserializerBuilder()
        .WithNamingConvention(YamlDotNet.Serialization.NamingConventions.UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties().Build()
        .Deserialize<Compose>(SourceTree.Read("docker-compose.yml"));

    [Fact]
    public void Every_setting_it_passes_is_one_that_the_code_knows()
    {
        var known = typeof(MosaicKeys).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.NotEmpty(_compose.Services["web"].Environment);
        Assert.Empty(_compose.Services["web"].Environment.Keys.Except(known));
    }

    [Fact]
    public void The_app_and_the_database_agree_on_name_user_and_password()
    {
        var asked = new NpgsqlConnectionStringBuilder(_compose.Services["web"].Environment[MosaicKeys.Database]);
        var given = _compose.Services["db"].Environment;
        Assert.Equal("db", asked.Host);
        Assert.Equal((given["POSTGRES_DB"], given["POSTGRES_USER"], given["POSTGRES_PASSWORD"]), (asked.Database, asked.Username, asked.Password));
    }

    [Fact]
    public void Every_service_is_watched_restarted_and_reached_from_this_machine_only() => Assert.All(_compose.Services.Values, service =>
    {
        Assert.NotEmpty(service.Healthcheck["test"] as IEnumerable<object> ?? []);
        Assert.Equal("unless-stopped", service.Restart);
        Assert.All(service.Ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    });

    [Fact]
    public void What_is_kept_lies_in_volumes_that_are_declared()
    {
        var used = _compose.Services.Values.SelectMany(service => service.Volumes).Select(volume => volume.Split(':')[0]);
        Assert.Equal(_compose.Volumes.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Contains("data:/data", _compose.Services["web"].Volumes);
        Assert.Contains("ENV MOSAIC_DATA=/data", SourceTree.Lines("Dockerfile"));
    }

    [Fact]
    public void The_image_that_runs_is_no_builder_and_no_root()
    {
        var last = SourceTree.Lines("Dockerfile").SkipWhile(line => !line.StartsWith("FROM", StringComparison.Ordinal) || line.EndsWith("AS build", StringComparison.Ordinal)).ToList();
        Assert.Contains("/aspnet:10.0", last[0], StringComparison.Ordinal);
        Assert.Contains("USER $APP_UID", last);
    }

    private sealed class Compose
    {
        public Dictionary<string, Service> Services { get; set; } = [];
        public Dictionary<string, object?> Volumes { get; set; } = [];
    }

    private sealed class Service
    {
        public Dictionary<string, string> Environment { get; set; } = [];
        public Dictionary<string, object> Healthcheck { get; set; } = [];
        public List<string> Ports { get; set; } = [];
        public List<string> Volumes { get; set; } = [];
        public string Restart { get; set; } = "";
    }
}
