using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Needs.Needing;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Needs;

/// <summary>Referrals that come back are signals: counted by those who sent and received them, told without anybody being recognised.</summary>
public sealed class HearingTheField
{
    private const string Theme = Needing.Theme;
    private const string Services = "acceder-a-des-services-en-ligne";
    private const string Equipment = "acquerir-un-equipement";

    [Theory, OnEveryProvider]
    public async Task They_are_counted_by_month_theme_and_reason_and_few_of_others_withheld(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var now = clock.GetUtcNow();
        var month = $"{FrenchDay.Of(now).Year}-{FrenchDay.Of(now).Month:D2}";
        await HearAsync(host,
        [
            .. Refused(6, "ccas-rennes", Theme, now, "hors-périmètre", "autre"), .. Refused(2, "departement-35", Theme, now, "hors-périmètre"), .. Refused(9, "mission-locale-rennes", Theme, now, "hors-périmètre"),
            .. Refused(3, "ccas-rennes", Other, now, "hors-périmètre"), .. Refused(7, "ccas-rennes", Theme, now, "plus-de-place"), .. Refused(5, "ville-rennes", Theme, now, "dossier-incomplet", "hors-territoire"),
        ]);
        var (sofia, yann) = (await host.NeedsAsync(Sofia), await host.NeedsAsync(Yann));

        // Two are few, and with six of another they are not the rest of a month.
        Assert.Equal(
            [
                $"{month} {Services} OutOfScope ccas-rennes -1", $"{month} {Services} OutOfScope departement-35 -1", $"{month} {Services} OutOfScope mission-locale-rennes 9",
                $"{month} {Services} OutOfArea ville-rennes 5", $"{month} {Services} Incomplete ville-rennes 5", $"{month} {Equipment} OutOfScope ccas-rennes -1",
            ],
            (await sofia.ListSignalsAsync(new())).Signals.Select(Line));
        Assert.Equal([$"{month} {Services} OutOfScope ccas-rennes 6", $"{month} {Equipment} OutOfScope ccas-rennes 3"], (await yann.ListSignalsAsync(new())).Signals.Select(Line));
        Assert.Equal([$"{month} {Equipment} OutOfScope ccas-rennes 3"], (await yann.ListSignalsAsync(new() { Theme = Other })).Signals.Select(Line));
        // What caf-35 received is its own to know.
        Assert.Equal([$"{month} {Services} OutOfScope caf-35 17", $"{month} {Services} OutOfArea caf-35 5", $"{month} {Services} Incomplete caf-35 5", $"{month} {Equipment} OutOfScope caf-35 3"],
            (await (await host.NeedsAsync(Nadia)).ListSignalsAsync(new() { Side = SignalSide.Received })).Signals.Select(Line));
        Assert.Empty((await yann.ListSignalsAsync(new() { Side = SignalSide.Received })).Signals);

        var first = await sofia.ListSignalsAsync(new() { PageSize = 4 });
        var rest = await sofia.ListSignalsAsync(new() { PageSize = 4, PageToken = first.NextPageToken });
        Assert.Equal((await sofia.ListSignalsAsync(new())).Signals, first.Signals.Concat(rest.Signals));
        Assert.Equal("", rest.NextPageToken);
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(yann.ListSignalsAsync(new() { PageToken = first.NextPageToken })));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(yann.ListSignalsAsync(new() { From = FrenchDay.Of(now).AddYears(-6).ToDate() })));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(yann.ListSignalsAsync(new() { From = FrenchDay.Of(now).AddMonths(1).ToDate() })));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(yann.ListSignalsAsync(new() { Theme = "x", Side = (SignalSide)7 })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_is_taken_back_counts_no_more_and_what_is_put_right_counts_where_it_was(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var now = clock.GetUtcNow();
        var before = now.AddMonths(-2);
        await HearAsync(host,
            Sent("referrals/reopened", before, "ccas-rennes", Theme), Moved("referrals/reopened", before, "SUBMITTED", "DECLINED", "hors-périmètre"), Moved("referrals/reopened", now, "DECLINED", "IN_PROGRESS"),
            Sent("referrals/corrected", before, "ccas-rennes", Theme), Moved("referrals/corrected", before, "SUBMITTED", "DECLINED", "hors-périmètre"), Corrected("referrals/corrected", now, "hors-territoire"),
            Sent("referrals/revealed", before, "ccas-rennes", Theme), Moved("referrals/revealed", before, "SUBMITTED", "DECLINED", "autre"), Corrected("referrals/revealed", now, "dossier-incomplet"),
            Sent("referrals/erased", before, "ccas-rennes", Theme), Moved("referrals/erased", before, "SUBMITTED", "DECLINED", "bénéficiaire-non-éligible"), Moved("referrals/erased", now, "DECLINED", "DECLINED"),
            Sent("referrals/passed", before, "ccas-rennes", Theme), Moved("referrals/passed", before, "SUBMITTED", "REDIRECTED", "plus-de-place"),
            Sent("referrals/served", before, "ccas-rennes", Theme), Moved("referrals/served", before, "SUBMITTED", "ACCEPTED"), Moved("referrals/unknown", now, "SUBMITTED", "DECLINED", "hors-périmètre"));

        string Month(DateTimeOffset at) => $"{FrenchDay.Of(at).Year}-{FrenchDay.Of(at).Month:D2} {Services}";
        Assert.Equal([$"{Month(now)} Incomplete ccas-rennes 1", $"{Month(before)} NotEligible ccas-rennes 1", $"{Month(before)} OutOfArea ccas-rennes 1", $"{Month(before)} Redirected ccas-rennes 1"],
            (await (await host.NeedsAsync(Yann)).ListSignalsAsync(new())).Signals.Select(Line));
        Assert.Equal([$"{Month(before)} NotEligible ccas-rennes 1", $"{Month(before)} OutOfArea ccas-rennes 1", $"{Month(before)} Redirected ccas-rennes 1"],
            (await (await host.NeedsAsync(Yann)).ListSignalsAsync(new() { Until = FrenchDay.Of(before).ToDate() })).Signals.Select(Line));
        await host.DisposeAsync();
    }
}
