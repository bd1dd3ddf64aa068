using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Google.Rpc;
using Grpc.Core;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Limits;

public sealed class LimitingCallers(LimitingCallers.NarrowHost host) : IClassFixture<LimitingCallers.NarrowHost>
{
    [Fact]
    public async Task An_institution_above_its_limit_is_told_when_to_come_back_and_others_are_not_disturbed()
    {
        var busy = await host.AsAsync("si-ccas-rennes");
        var quiet = await host.AsAsync("si-caf-35");

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var call = 0; call < 10; call++) await host.Directory.SearchServicesAsync(new(), busy);
        });

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        var info = Refusals.DetailOf<ErrorInfo>(refused);
        Assert.Equal(("RATE_LIMITED", "gateway.reseau"), (info.Reason, info.Domain));
        Assert.True(Refusals.DetailOf<RetryInfo>(refused).RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        Assert.Contains("Trop de demandes", Refusals.DetailOf<LocalizedMessage>(refused).Message, StringComparison.Ordinal);
        await host.Directory.SearchServicesAsync(new(), quiet);
    }

    [Fact]
    public async Task A_program_on_the_web_port_gets_problem_details()
    {
        using var web = new HttpClient { BaseAddress = new(host.PublicUrl) };
        HttpResponseMessage answer;
        do answer = await web.GetAsync("/accessibilite"); while (answer.IsSuccessStatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("urn:reseau:problem:rate-limited", problem!["type"]!.GetValue<string>());
        answer.Dispose();
    }

    [Fact]
    public async Task A_browser_gets_a_page()
    {
        using var browser = host.NewBrowser();
        Page page;
        do page = await browser.OpenAsync("/accessibilite"); while (page.Status == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Attendez une minute", page.Text, StringComparison.Ordinal);
    }

    public sealed class NarrowHost : GatewayHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings =>
        [
            ("Gateway:Limits:InstitutionPerSecond", "1"),
            ("Gateway:Limits:InstitutionBurst", "3"),
            ("Gateway:Limits:AnonymousPerSecond", "1"),
            ("Gateway:Limits:AnonymousBurst", "3"),
        ];
    }
}
