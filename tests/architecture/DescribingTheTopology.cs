using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Reseau.Conventions;
using Reseau.Gateway;
using Reseau.Partners;
using Reseau.Referrals;
using Reseau.Training;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Reseau.Architecture.Tests;

/// <summary>tye.yaml is the topology of the code: the code itself reads the settings written there.</summary>
public sealed partial class DescribingTheTopology
{
    private static readonly Topology Tye = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
        .IgnoreUnmatchedProperties().Build().Deserialize<Topology>(Tree.Read("tye.yaml"));

    private static readonly string SidecarEnvironment = Tree.Read("deploy/tye/sidecars.env");

    [Fact]
    public void It_has_every_program_and_no_other()
    {
        // The local edition is all of them in one process; libraries and tests are no programs.
        var programs = Tree.Files(".csproj").Where(project => Tree.Read(project).Contains("Sdk=\"Microsoft.NET.Sdk.Web\"", StringComparison.Ordinal)
            && project.Split('/')[0] is "services" or "gateway");

        Assert.Equal(programs.Order(), Tye.Services.Select(service => service.Project).OfType<string>().Order());
        Assert.Equal(["conventions", "gateway", "partners", "referrals", "training"], Tye.Services.Where(service => service.Project is not null).Select(service => service.Name).Order());
    }

    [Theory]
    [InlineData("partners")]
    [InlineData("referrals")]
    [InlineData("conventions")]
    [InlineData("training")]
    public void A_service_has_every_setting_it_demands(string name)
    {
        var settings = SettingsOf(name);

        // Building a service checks its settings, and connects to nothing.
        void Tell(WebApplicationBuilder builder) => builder.Configuration.AddConfiguration(settings);
        using var app = name switch
        {
            "partners" => PartnersApp.Build([], Tell),
            "referrals" => ReferralsApp.Build([], Tell),
            "conventions" => ConventionsApp.Build([], Tell),
            _ => TrainingApp.Build([], Tell),
        };

        Assert.Equal($"reseau-{name}", app.Configuration["Keycloak:Resource"]);
    }

    [Fact]
    public void The_gateway_has_every_setting_it_demands()
    {
        var settings = GatewaySettings.Read(SettingsOf("gateway"));

        Assert.Equal([settings.WebPort, settings.GrpcPort], PortsOf("gateway"));
        Assert.Equal(settings.WebPort, settings.PublicUrl.Port);
    }

    [Fact]
    public void No_program_is_told_what_it_does_not_read()
    {
        var code = string.Concat(Tree.Files(".cs", ".razor").Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)).Select(Tree.Read));
        var unread = from service in Tye.Services
                     where service.Project is not null
                     from variable in service.Env
                     let key = variable.Name.Replace("__", ":", StringComparison.Ordinal)
                     // Services:… is read by name of the source, and sections are bound as a whole.
                     where !key.StartsWith("Services:", StringComparison.Ordinal) && !code.Contains(key, StringComparison.Ordinal)
                         && !code.Contains($" {key.Split(':')[^1]} {{ get;", StringComparison.Ordinal)
                     select $"{service.Name}: {key}";

        Assert.Empty(unread);
    }

    [Fact]
    public void Every_address_leads_to_the_port_of_the_one_it_names()
    {
        foreach (var service in Tye.Services.Where(service => service.Project is not null))
        {
            var settings = SettingsOf(service.Name);
            foreach (var other in settings.GetSection("Services").GetChildren())
                Assert.Equal(Assert.Single(PortsOf(other.Key)), new Uri(other.Value!).Port);
            Assert.Equal(settings["Gateway:Identity"] ?? "http://localhost:8085", $"http://localhost:{Assert.Single(PortsOf("keycloak"))}");
            // Tokens are issued under the address that people type.
            Assert.Equal(SettingsOf("gateway")["Gateway:PublicUrl"], settings["Keycloak:AuthServerUrl"]);
        }
    }

    [Fact]
    public void No_two_listen_on_one_port()
    {
        var ports = Tye.Services.SelectMany(service => service.Bindings).Select(binding => binding.Port).ToArray();

        Assert.Equal(ports.Distinct(), ports);
    }

    [Fact]
    public void Each_service_has_a_database_of_its_own_that_is_made()
    {
        var script = Tree.Read("deploy/tye/databases.sql");
        foreach (var service in Tye.Services.Where(service => service.Name is "partners" or "referrals" or "conventions" or "training"))
        {
            var connection = new Npgsql.NpgsqlConnectionStringBuilder(SettingsOf(service.Name)["Database:ConnectionString"]);
            Assert.Equal(service.Name, connection.Database);
            Assert.Equal(Assert.Single(PortsOf("postgres")), connection.Port);
            Assert.Contains($"CREATE DATABASE {service.Name};", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sidecars_have_the_components_of_the_deployment_and_every_variable_these_read()
    {
        var dapr = Assert.Single(Tye.Extensions, extension => extension["name"] == "dapr");
        var components = dapr["components-path"];
        Assert.Equal("grpc", dapr["app-protocol"]);

        var demanded = Tree.Files(".yaml").Where(file => file.StartsWith($"{components}/", StringComparison.Ordinal))
            .SelectMany(file => EnvironmentReference().Matches(Tree.Read(file))).Select(match => match.Groups["name"].Value).ToArray();

        Assert.NotEmpty(demanded);
        Assert.All(demanded, variable => Assert.Contains($"\n{variable}=", SidecarEnvironment, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sidecars_show_the_token_that_the_services_expect() => Assert.All((string[])["partners", "referrals", "conventions", "training"], name =>
        Assert.Contains($"APP_API_TOKEN=\"{SettingsOf(name)["APP_API_TOKEN"]}\"", SidecarEnvironment, StringComparison.Ordinal));

    [Fact]
    public void Keycloak_is_given_every_placeholder_of_the_realm_with_the_secrets_the_programs_use()
    {
        var keycloak = SettingsOf("keycloak");
        foreach (var placeholder in Placeholder().Matches(Tree.Read("deploy/keycloak/reseau-realm.json")).Select(match => match.Groups["name"].Value).Distinct())
            Assert.False(string.IsNullOrEmpty(keycloak[placeholder]), placeholder);
        Assert.Equal(keycloak["RESEAU_PORTAIL_SECRET"], SettingsOf("gateway")["Keycloak:Credentials:Secret"]);
        Assert.Equal(keycloak["RESEAU_PARTNERS_SECRET"], SettingsOf("partners")["Keycloak:Credentials:Secret"]);
        Assert.Equal(keycloak["RESEAU_REFERRALS_SECRET"], SettingsOf("referrals")["Keycloak:Credentials:Secret"]);
        Assert.Equal(keycloak["RESEAU_CONVENTIONS_SECRET"], SettingsOf("conventions")["Keycloak:Credentials:Secret"]);
        Assert.Equal(keycloak["RESEAU_TRAINING_SECRET"], SettingsOf("training")["Keycloak:Credentials:Secret"]);
    }

    [Fact]
    public void What_is_mounted_exists() =>
        Assert.All(Tye.Services.SelectMany(service => service.Volumes), volume => Assert.True(Tree.Exists(volume["source"]), volume["source"]));

    private static int[] PortsOf(string service) => [.. Service(service).Bindings.Select(binding => binding.Port)];

    private static IConfigurationRoot SettingsOf(string service) => new ConfigurationBuilder().AddInMemoryCollection(Service(service).Env
        .Select(variable => KeyValuePair.Create(variable.Name.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value))).Build();

    private static TyeService Service(string name) => Tye.Services.Single(service => service.Name == name);

    [GeneratedRegex("envRef: (?<name>[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnvironmentReference();

    [GeneratedRegex("\\$\\{(?<name>[A-Z0-9_]+)\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    public sealed record Topology
    {
        public List<Dictionary<string, string>> Extensions { get; init; } = [];

        public List<TyeService> Services { get; init; } = [];
    }

    public sealed record TyeService
    {
        public string Name { get; init; } = "";

        public string? Project { get; init; }

        public List<TyeBinding> Bindings { get; init; } = [];

        public List<TyeVariable> Env { get; init; } = [];

        public List<Dictionary<string, string>> Volumes { get; init; } = [];
    }

    public sealed record TyeBinding
    {
        public int Port { get; init; }
    }

    public sealed record TyeVariable
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
