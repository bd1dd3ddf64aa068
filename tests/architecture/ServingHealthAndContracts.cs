using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using Reseau.Testing;
using Reseau.Testing.Hosts;

namespace Reseau.Architecture.Tests;

public sealed class ServingHealthAndContracts(NetworkHost network) : IClassFixture<NetworkHost>
{
    // A service may serve more than the contract it is named after.
    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["partners"] = [],
        ["referrals"] = ["reseau.referrals.v1.FiguresService", "reseau.referrals.v1.NotificationsService"],
        ["conventions"] = ["reseau.conventions.v1.TemplatesService", "reseau.conventions.v1.BodiesService", "reseau.conventions.v1.PoliciesService"],
        ["training"] =
        [
            "reseau.training.v1.ProfessionalsService",
            "reseau.training.v1.CoursesService",
            "reseau.training.v1.HabilitationsService",
            "reseau.training.v1.PlansService",
            "reseau.training.v1.TrainingFiguresService",
            "reseau.training.v1.NeedsService",
            "reseau.training.v1.CampaignsService",
        ],
    };

    private static readonly string[] Shared = ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "reseau.events.v1.LogService"];

    public static TheoryData<string, string> Services => new()
    {
        { "partners", "reseau.partners.v1.PartnersService" },
        { "referrals", "reseau.referrals.v1.ReferralsService" },
        { "conventions", "reseau.conventions.v1.ConventionsService" },
        { "training", "reseau.training.v1.SessionsService" },
    };

    [Theory, MemberData(nameof(Services))]
    public async Task A_running_service_is_serving_and_so_is_each_of_its_contracts(string name, string contract)
    {
        var health = new Health.HealthClient(ChannelOf(name));

        foreach (var service in (string[])["", contract, .. Further[name], .. Shared])
        {
            var answer = await Eventually.GetAsync(async () => await health.CheckAsync(new() { Service = service }), seen => seen.Status == HealthCheckResponse.Types.ServingStatus.Serving);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
        }
    }

    [Theory, MemberData(nameof(Services))]
    public async Task The_health_of_an_unknown_contract_is_not_found(string name, string contract)
    {
        var health = new Health.HealthClient(ChannelOf(name));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await health.CheckAsync(new() { Service = contract + "Missing" }));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Reflection_lists_what_is_served(string name, string contract)
    {
        var answer = await AskAsync(name, new() { ListServices = "" });

        Assert.Equal(Shared.Append(contract).Concat(Further[name]).Order(StringComparer.Ordinal), answer.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Reflection_gives_a_contract_with_all_it_rests_on(string name, string contract)
    {
        var answer = await AskAsync(name, new() { FileContainingSymbol = contract });

        var given = answer.FileDescriptorResponse.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes)).ToDictionary(file => file.Name);
        var files = FileDescriptor.BuildFromByteStrings(given.Keys.SelectMany(file => WithDependencies(given, file)).Distinct().Select(file => given[file].ToByteString()));
        Assert.Contains(files, file => file.Services.Any(service => service.FullName == contract));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Reflection_says_that_it_does_not_know_a_symbol(string name, string contract)
    {
        var answer = await AskAsync(name, new() { FileContainingSymbol = contract + "Missing" });

        Assert.Equal((int)StatusCode.NotFound, answer.ErrorResponse.ErrorCode);
    }

    // Dependencies first, as a tool has to load them.
    private static IEnumerable<string> WithDependencies(Dictionary<string, FileDescriptorProto> given, string file) =>
        given[file].Dependency.SelectMany(needed => WithDependencies(given, needed)).Append(file);

    private GrpcChannel ChannelOf(string name) => name switch
    {
        "partners" => network.Partners.Channel,
        "referrals" => network.Referrals.Channel,
        "conventions" => network.Conventions.Channel,
        _ => network.Training.Channel,
    };

    private async Task<ServerReflectionResponse> AskAsync(string name, ServerReflectionRequest question)
    {
        using var call = new ServerReflection.ServerReflectionClient(ChannelOf(name)).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(question);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        return call.ResponseStream.Current;
    }
}
