using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Routes;

public sealed class RoutingCalls(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_public_call_without_token_reaches_the_service()
    {
        var answer = await host.Directory.SearchServicesAsync(new() { Text = "numérique" });

        Assert.Equal(2, answer.TotalSize);
    }

    [Fact]
    public async Task A_valid_token_reaches_the_service_unchanged()
    {
        var headers = await host.AsAsync("si-ccas-rennes");

        await host.Directory.SearchServicesAsync(new(), headers);

        Assert.Equal(headers.GetValue("authorization"), host.Partners.Service.LastHeaders.GetValue("authorization"));
    }

    [Fact]
    public async Task A_service_does_not_learn_the_address_of_the_caller()
    {
        await host.Directory.SearchServicesAsync(new(), new Metadata { { "x-forwarded-for", "203.0.113.7" } });

        Assert.DoesNotContain(host.Partners.Service.LastHeaders, header => header.Key.StartsWith("x-forwarded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_arrives_message_by_message_and_gets_no_deadline()
    {
        using var watch = host.Directory.WatchDirectory(new());
        var cursors = new List<string>();
        await foreach (var change in watch.ResponseStream.ReadAllAsync()) cursors.Add(change.Cursor);

        Assert.Equal(["1", "2", "3"], cursors);
        Assert.Equal(DateTime.MaxValue, host.Partners.Service.LastDeadline);
    }

    [Fact]
    public async Task A_call_without_deadline_gets_one()
    {
        await host.Directory.SearchServicesAsync(new());

        var left = host.Partners.Service.LastDeadline - DateTime.UtcNow;
        Assert.InRange(left, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_call_with_a_deadline_keeps_it()
    {
        await host.Directory.SearchServicesAsync(new(), deadline: DateTime.UtcNow.AddSeconds(5));

        Assert.InRange(host.Partners.Service.LastDeadline - DateTime.UtcNow, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_refusal_of_the_service_passes_with_its_details()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await host.Directory.GetServiceAsync(new() { Name = "services/none" }));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        Assert.Equal("SERVICE_NOT_FOUND", Refusals.DetailOf<ErrorInfo>(refused).Reason);
    }

    [Fact]
    public async Task A_method_nobody_routes_is_unimplemented_with_details()
    {
        var client = new Reseau.Events.V1.LogService.LogServiceClient(host.Channel);
        using var call = client.ReadChanges(new());

        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
        Assert.Equal("gateway.reseau", Refusals.DetailOf<ErrorInfo>(refused).Domain);
    }

    [Fact]
    public async Task A_request_above_four_megabytes_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Directory.SearchServicesAsync(new() { Text = new string('a', 5_000_000) }));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("reseau.partners.v1.PartnersService")]
    [InlineData("reseau.referrals.v1.ReferralsService")]
    [InlineData("reseau.conventions.v1.ConventionsService")]
    public async Task Health_is_answered_for_the_gateway_and_each_service(string service)
    {
        var health = await new Health.HealthClient(host.Channel).CheckAsync(new() { Service = service });

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task The_health_of_an_unknown_service_is_not_found()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new Health.HealthClient(host.Channel).CheckAsync(new() { Service = "none" }));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task The_ports_do_not_answer_for_each_other()
    {
        using var web = new HttpClient { BaseAddress = new(host.PublicUrl) };
        using var call = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new("application/grpc") } };
        using var answer = await web.PostAsync("/reseau.partners.v1.PartnersService/SearchServices", call);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);

        using var grpc = new HttpClient { BaseAddress = host.GrpcAddress, DefaultRequestVersion = new(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var page = await grpc.GetAsync("/annuaire");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);
    }
}
