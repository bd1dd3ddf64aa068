using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.GetNetworkFiguresRequest.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class TellingFigures(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Network = "sofia.mission";

    [Fact]
    public async Task Small_counts_are_withheld_from_the_network_and_told_to_the_institution()
    {
        await SendAsync("numerique--petit", accepted: 1, declined: 2);

        var seen = (await (await ClientAsync(Network)).GetNetworkFiguresAsync(new() { Theme = "numerique--petit" })).Total;
        var own = (await (await ClientAsync("si-caf-35")).GetNetworkFiguresAsync(new() { Theme = "numerique--petit" })).Total;

        Assert.Equal(new Tally { Withheld = true }, seen.Sent);
        Assert.Equal(new Ratio { Withheld = true }, seen.Acceptance);
        Assert.Equal(new Delay { Withheld = true }, seen.FirstResponse);
        Assert.Equal(new Figures.Types.Refusal { Reason = "plus-de-place", Count = new() { Withheld = true } }, Assert.Single(seen.Refusals));
        Assert.Equal((new Tally { Count = 3 }, new Ratio { Count = 1, Of = 3 }), (own.Sent, own.Acceptance));
        Assert.Equal(3, own.FirstResponse.Count);
        Assert.NotNull(own.FirstResponse.P90);
    }

    [Fact]
    public async Task A_ratio_is_withheld_when_what_is_left_of_it_is_small()
    {
        await SendAsync("numerique--reste", accepted: 7, declined: 1);
        await SendAsync("numerique--assez", accepted: 6, declined: 5);
        var network = await ClientAsync(Network);

        var rest = (await network.GetNetworkFiguresAsync(new() { Theme = "numerique--reste" })).Total;
        var enough = (await network.GetNetworkFiguresAsync(new() { Theme = "numerique--assez" })).Total;

        Assert.Equal((8, true), (rest.Sent.Count, rest.Acceptance.Withheld));
        Assert.Equal(new Ratio { Count = 6, Of = 11 }, enough.Acceptance);
        Assert.Equal(new Ratio { Of = 0 }, enough.NoShow);
    }

    [Fact]
    public async Task A_single_small_group_takes_the_next_smallest_with_it()
    {
        await SendAsync("numerique--seul", accepted: 9, declined: 0);
        await SendAsync("numerique--seul", accepted: 6, declined: 0);
        await SendAsync("numerique--seul", accepted: 2, declined: 0);

        var answer = await (await ClientAsync(Network)).GetNetworkFiguresAsync(new() { Theme = "numerique--seul", GroupBy = Grouping.Service });

        Assert.Equal([9, 0, 0], answer.Groups.Select(group => group.Sent.Count));
        Assert.Equal([false, true, true], answer.Groups.Select(group => group.Sent.Withheld));
        Assert.Equal(17, answer.Total.Sent.Count);
    }

    [Fact]
    public async Task An_institution_sees_what_it_sent_or_received_and_nothing_of_others()
    {
        await SendAsync("numerique--chacun", accepted: 1, declined: 0);
        var (ccas, departement) = (await ClientAsync("si-ccas-rennes"), await ClientAsync("si-departement-35"));

        Assert.Equal(0, (await ccas.GetNetworkFiguresAsync(new() { Theme = "numerique--chacun" })).Total.Sent.Count);
        Assert.Equal(1, (await ccas.GetNetworkFiguresAsync(new() { Theme = "numerique--chacun", Sender = "institutions/ccas-rennes" })).Total.Sent.Count);
        Assert.Equal(1, (await ccas.GetNetworkFiguresAsync(new() { Theme = "numerique--chacun", Sender = "institutions/ccas-rennes", Recipient = "institutions/caf-35" })).Total.Sent.Count);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await departement.GetNetworkFiguresAsync(new() { Recipient = "institutions/caf-35" }));
        Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_and_unknown_codes_are_said_at_once()
    {
        var client = await ClientAsync(Network);
        var request = new GetNetworkFiguresRequest
        {
            StartDate = new() { Year = 2026, Month = 2, Day = 2 }, EndDate = new() { Year = 2026, Month = 2, Day = 1 },
            Recipient = "caf", Sender = "ccas", Service = "x", Theme = "X", GroupBy = (Grouping)9,
        };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.GetNetworkFiguresAsync(request));

        Assert.Equal(["end_date", "group_by", "recipient", "sender", "service", "theme"],
            DetailOf<Google.Rpc.BadRequest>(refused).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Erasing_persons_and_computing_again_change_no_figure()
    {
        await SendAsync("numerique--efface", accepted: 2, declined: 1);
        Task<string> Table() => host.ReadAsync(async db => JsonSerializer.Serialize(await db.Figures.AsNoTracking().OrderBy(row => row.Name).ToListAsync()));
        var before = await Table();

        await host.ReadAsync(async db => await db.PersonalKeys.ExecuteDeleteAsync() + await db.PersonalParts.ExecuteDeleteAsync());
        await host.Services.GetRequiredService<ViewRebuilder<ReferralsDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(before, await Table());
    }

    private async Task SendAsync(string theme, int accepted, int declined)
    {
        var (ccas, caf) = (new ReferralsService.ReferralsServiceClient(await host.AsAsync("si-ccas-rennes")), new ReferralsService.ReferralsServiceClient(await host.AsAsync("si-caf-35")));
        var service = await host.KnowsServiceOfAsync("caf-35");
        for (var i = 0; i < accepted + declined; i++)
        {
            var request = ReferralsHost.Submission(service);
            request.Referral.Theme = theme;
            var sent = await ccas.SubmitReferralAsync(request);
            if (i < accepted) await caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
            else await caf.DeclineReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Reasons = { "plus-de-place" } });
        }
    }

    private async Task<FiguresService.FiguresServiceClient> ClientAsync(string account) => new(await host.AsAsync(account));

    private static string NewId() => Guid.NewGuid().ToString();
}
