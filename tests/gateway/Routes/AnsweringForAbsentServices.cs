using Google.Rpc;
using Grpc.Core;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Routes;

public sealed class AnsweringForAbsentServices : IAsyncLifetime
{
    private readonly GatewayHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_service_that_is_down_is_unavailable_with_details_and_answers_again_when_it_is_back()
    {
        await _host.Partners.StopAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _host.Directory.SearchServicesAsync(new()));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("UNAVAILABLE", Refusals.DetailOf<ErrorInfo>(refused).Reason);
        Assert.True(Refusals.DetailOf<RetryInfo>(refused).RetryDelay.ToTimeSpan() > TimeSpan.Zero);

        await _host.Partners.StartAsync();
        Assert.Equal(2, (await _host.Directory.SearchServicesAsync(new())).TotalSize);
    }

    [Fact]
    public async Task A_page_that_needs_a_service_that_is_down_says_so()
    {
        await _host.Partners.StopAsync();
        using var browser = _host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?besoin=papiers");

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Ce service ne répond pas pour le moment", page.Text, StringComparison.Ordinal);
    }
}
