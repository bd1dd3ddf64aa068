using Dapr;
using Dapr.Client;
using Grpc.Core;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class RefusingBadCalls(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task A_caller_without_the_token_is_not_served(string token)
    {
        using var stranger = fixture.Sidecar.Connect(otherToken: token);

        Assert.Equal(StatusCode.Unauthenticated, await Refusal(() => stranger.GetStateAsync<string>(SidecarUnderTest.States, "any")));
        Assert.Equal(StatusCode.Unauthenticated, await Refusal(() => stranger.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, "any")));
        Assert.Equal(StatusCode.Unauthenticated, await Refusal(() => stranger.GetMetadataAsync()));
    }

    [Fact]
    public async Task Health_needs_no_token()
    {
        using var stranger = fixture.Sidecar.Connect(otherToken: "");

        Assert.True(await stranger.CheckHealthAsync());
        Assert.True(await stranger.CheckOutboundHealthAsync());
    }

    [Fact]
    public async Task A_key_with_two_pipes_is_refused()
    {
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.SaveStateAsync(SidecarUnderTest.States, "other-app||key", "mine")));
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.GetStateAsync<string>(SidecarUnderTest.States, "other-app||key")));
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.DeleteStateAsync(SidecarUnderTest.States, "other-app||key")));
    }

    [Fact]
    public async Task A_component_nobody_configured_is_named_as_such()
    {
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.GetStateAsync<string>("no-such-store", "key")));
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.PublishEventAsync("no-such-pubsub", Topics.Plain, "data")));
        Assert.Equal(StatusCode.InvalidArgument, await Refusal(() => _dapr.Lock("no-such-lock", "resource", "owner", 10)));
    }

    [Fact]
    public async Task A_raw_payload_setting_that_is_no_boolean_is_refused()
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["rawPayload"] = "perhaps" };

        Assert.Equal(
            StatusCode.InvalidArgument,
            await Refusal(() => _dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, "data", metadata)));
    }

    private static async Task<StatusCode> Refusal(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<DaprException>(call);
        return Assert.IsType<RpcException>(refused.InnerException).StatusCode;
    }
}
