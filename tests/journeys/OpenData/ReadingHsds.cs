using System.Net;
using System.Text.Json.Nodes;
using Reseau.Journeys.Local;
using Reseau.Journeys.Rpc;

namespace Reseau.Journeys.OpenData;

/// <summary>A program that speaks HSDS reads the demo network, as a validator of the standard would.</summary>
[Collection(LocalEditionTests.Name)]
public sealed class ReadingHsds(RunningEdition running) : IDisposable
{
    private readonly HttpClient _web = new() { BaseAddress = new($"{running.Edition.WebUrl}/open-data/hsds/") };

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task It_says_what_it_is_and_its_addresses_lead_somewhere()
    {
        var about = (await GetAsync("")).AsObject();
        Assert.Equal("3.0", about["version"]!.GetValue<string>());
        foreach (var address in (string[])["profile", "openapi_url"])
        {
            using var answer = await _web.GetAsync(new Uri(about[address]!.GetValue<string>()));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("services", "service")]
    [InlineData("organizations", "organization")]
    [InlineData("locations", "location")]
    [InlineData("taxonomies", "taxonomy")]
    [InlineData("taxonomy_terms", "taxonomy_term")]
    public async Task Every_record_of_every_list_is_what_the_schemas_demand_and_comes_exactly_once(string list, string entity)
    {
        var ids = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = (await GetAsync($"{list}?per_page=100&page={number}")).AsObject();
            var contents = page["contents"]!.AsArray();
            Assert.Equal((number, contents.Count, contents.Count == 0, number == 1),
                (page["page_number"]!.GetValue<int>(), page["size"]!.GetValue<int>(), page["empty"]!.GetValue<bool>(), page["first_page"]!.GetValue<bool>()));
            Assert.Empty(contents.SelectMany(record => HsdsShapes.Faults(entity, record!.AsObject())).Take(10));
            ids.AddRange(contents.Select(IdOf));
            if (page["last_page"]!.GetValue<bool>())
            {
                Assert.Equal(page["total_items"]!.GetValue<int>(), ids.Count);
                break;
            }
        }

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var lines = (await _web.GetStringAsync(new Uri($"{list}?format=ndjson", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids, lines.Select(line => IdOf(JsonNode.Parse(line))));
        var one = await GetAsync($"{list}/{ids[0]}");
        Assert.Equal(ids[0], IdOf(one));
        Assert.Empty(HsdsShapes.Faults(entity, one.AsObject()));
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_and_its_figures_stay_true()
    {
        var page = (await GetAsync("services?page=1000000&per_page=1000000")).AsObject();
        Assert.True(page["empty"]!.GetValue<bool>());
        Assert.True(page["total_items"]!.GetValue<int>() > 100);
    }

    [Fact]
    public async Task Every_parameter_restricts_and_they_add_up()
    {
        var all = await TotalAsync("services");
        var organization = IdOf((await GetAsync("organizations?search=rien")).AsObject()["contents"]![0]);
        var term = IdOf((await ContentsAsync("taxonomy_terms?search=en ligne&per_page=200")).First(t => t!["code"]!.GetValue<string>() == "numerique--acceder-a-des-services-en-ligne"));
        var byTerm = await TotalAsync($"services?taxonomy_term_id={term}");
        var byWords = await TotalAsync("services?search=permanence");
        var byBoth = await TotalAsync($"services?taxonomy_term_id={term}&search=permanence");

        Assert.InRange(byTerm, 1, all - 1);
        Assert.InRange(byWords, 1, all - 1);
        Assert.InRange(byBoth, 1, Math.Min(byTerm, byWords));
        Assert.InRange(await TotalAsync($"services?organization_id={organization}"), 0, all - 1);
        Assert.Equal(0, await TotalAsync("services?modified_after=2999-01-01"));
        Assert.Equal(all, await TotalAsync("services?modified_after=2000-01-01"));
        Assert.Equal(0, await TotalAsync($"services?organization_id={Guid.NewGuid()}"));
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem_with_its_reason()
    {
        using var answer = await _web.GetAsync(new Uri($"services/{Guid.NewGuid()}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Programs_of_other_sites_may_read_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "services");
        request.Headers.Add("Origin", "https://carte.exemple.fr");
        using var answer = await _web.SendAsync(request);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private async Task<JsonNode> GetAsync(string address) => JsonNode.Parse(await _web.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    private async Task<int> TotalAsync(string address) => (await GetAsync(address)).AsObject()["total_items"]!.GetValue<int>();

    private async Task<JsonArray> ContentsAsync(string address) => (await GetAsync(address)).AsObject()["contents"]!.AsArray();

    private static string IdOf(JsonNode? record) => record!["id"]!.GetValue<string>();
}
