using Google.Rpc;
using Grpc.Core;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Routes;

public sealed class RefusingTokens(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJpbnN0aXR1dGlvbiI6ImNhZi0zNSJ9.")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer ")]
    public async Task A_token_that_is_present_must_be_valid_even_for_a_public_method(string authorization)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Directory.SearchServicesAsync(new(), new Metadata { { "authorization", authorization } }));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        var info = Refusals.DetailOf<ErrorInfo>(refused);
        Assert.Equal(("UNAUTHENTICATED", "gateway.reseau"), (info.Reason, info.Domain));
        Assert.Equal("fr", Refusals.DetailOf<LocalizedMessage>(refused).Locale);
    }

    [Fact]
    public async Task A_token_with_a_changed_payload_is_refused()
    {
        var token = (await host.AsAsync("si-ccas-rennes")).GetValue("authorization")!.Split('.');
        var payload = token[1].ToCharArray();
        payload[20] = payload[20] == 'A' ? 'B' : 'A';

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Directory.SearchServicesAsync(new(), new Metadata { { "authorization", $"{token[0]}.{new string(payload)}.{token[2]}" } }));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }
}
