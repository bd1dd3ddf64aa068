using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class NarrowingAWorklist(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";

    [Fact]
    public async Task A_list_is_narrowed_to_a_service_a_theme_its_family_a_state_or_a_partner()
    {
        var (ccas, mission, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync("si-mission-locale-rennes"), await host.ClientAsync(Caf));
        var (one, other) = (await host.KnowsServiceOfAsync("caf-35"), await host.KnowsServiceOfAsync("caf-35"));
        var first = await SendAsync(ccas, one, "numerique--acceder-a-ses-droits-en-ligne");
        var second = await SendAsync(ccas, one, "logement-hebergement--acheter-un-logement");
        var third = await SendAsync(mission, one, "numerique--acceder-a-ses-droits-en-ligne");
        var elsewhere = await SendAsync(ccas, other, "numerique--acceder-a-ses-droits-en-ligne");
        await caf.AcknowledgeReferralAsync(new() { Name = second, RequestId = NewId() });

        Assert.Equal([first, third, second], await NamesAsync(caf, new() { Worklist = Worklist.ToAnswer, Service = one }, one, other));
        Assert.Equal([second], await NamesAsync(caf, new() { Worklist = Worklist.ToAnswer, Service = one, Theme = "logement-hebergement--acheter-un-logement" }, one, other));
        Assert.Equal([first, third, elsewhere], (await NamesAsync(caf, new() { Worklist = Worklist.ToAnswer, Theme = "numerique" }, one, other)).Order(StringComparer.Ordinal));
        Assert.Equal([second], await NamesAsync(caf, new() { Worklist = Worklist.ToAnswer, States = { Referral.Types.State.Acknowledged } }, one, other));
        Assert.Equal([third], await NamesAsync(caf, new() { Worklist = Worklist.ToAnswer, Partner = "institutions/mission-locale-rennes" }, one, other));
        Assert.Equal([first, elsewhere], (await NamesAsync(ccas, new() { Partner = "institutions/caf-35", States = { Referral.Types.State.Submitted } }, one, other)).Order(StringComparer.Ordinal));
        Assert.Empty(await NamesAsync(ccas, new() { Partner = "institutions/ccas-rennes" }, one, other));
    }

    [Fact]
    public async Task Days_of_sending_are_those_of_Paris_and_both_ends_count()
    {
        var (ccas, service) = (await host.ClientAsync(Ccas), await host.KnowsServiceOfAsync("caf-35"));
        var sent = await SendAsync(ccas, service, "numerique--acceder-a-ses-droits-en-ligne");
        var day = FrenchDay.Of((await ccas.GetReferralAsync(new() { Name = sent })).CreateTime.ToDateTimeOffset());

        Assert.Equal([sent], await NamesAsync(ccas, new() { Worklist = Worklist.SentUnanswered, SentFromDate = day.ToDate(), SentUntilDate = day.ToDate() }, service));
        Assert.Empty(await NamesAsync(ccas, new() { Worklist = Worklist.SentUnanswered, SentFromDate = day.AddDays(1).ToDate() }, service));
        Assert.Empty(await NamesAsync(ccas, new() { Worklist = Worklist.SentUnanswered, SentUntilDate = day.AddDays(-1).ToDate() }, service));
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_filters_is_said_at_once()
    {
        var caf = await host.ClientAsync(Caf);
        var request = new ListReferralsRequest
        {
            Worklist = (Worklist)99, Service = "caf", Theme = "<b>", States = { Referral.Types.State.Unspecified }, Partner = "caf-35",
            SentFromDate = new() { Year = 2026, Month = 3, Day = 2 }, SentUntilDate = new() { Year = 2026, Month = 3, Day = 1 },
        };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await caf.ListReferralsAsync(request));

        Assert.Equal(
            ["partner", "sent_until_date", "service", "states", "theme", "worklist"],
            DetailOf<Google.Rpc.BadRequest>(refused).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_token_belongs_to_its_filters()
    {
        var (ccas, service) = (await host.ClientAsync(Ccas), await host.KnowsServiceOfAsync("caf-35"));
        for (var i = 0; i < 2; i++) await SendAsync(ccas, service, "numerique--acceder-a-ses-droits-en-ligne");
        var page = await ccas.ListReferralsAsync(new() { Worklist = Worklist.SentUnanswered, Service = service, PageSize = 1 });

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ccas.ListReferralsAsync(new() { Worklist = Worklist.SentUnanswered, PageToken = page.NextPageToken, PageSize = 1 }));

        Assert.Equal("INVALID_PAGE_TOKEN", ErrorInfoOf(refused).Reason);
    }

    [Fact]
    public async Task Those_expected_on_a_day_come_by_hour_and_leave_the_list_once_seen()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var noon = FrenchDay.StartOf(FrenchDay.Of(DateTimeOffset.UtcNow).AddDays(3)).AddHours(12);
        var late = await ExpectedAsync(ccas, caf, service, noon.AddHours(2));
        var early = await ExpectedAsync(ccas, caf, service, noon);
        await ExpectedAsync(ccas, caf, service, noon.AddDays(1));

        Assert.Equal([early, late], await OfDayAsync("caf-35", Views.Worklist.AppointmentsToday, noon, service));
        Assert.Equal([early, late], await OfDayAsync("ccas-rennes", Views.Worklist.SentAppointmentsToday, noon, service));
        Assert.Empty(await OfDayAsync("ccas-rennes", Views.Worklist.AppointmentsToday, noon, service));
        var counts = await host.ReadAsync(db => WorklistPages.CountAsync(db, "caf-35", noon, CancellationToken.None));
        Assert.Equal(2, counts[Views.Worklist.AppointmentsToday]);

        await caf.MarkAttendedAsync(new() { Name = early, RequestId = NewId() });
        Assert.Equal([late], await OfDayAsync("caf-35", Views.Worklist.AppointmentsToday, noon, service));
    }

    private static async Task<string> ExpectedAsync(ReferralsService.ReferralsServiceClient from, ReferralsService.ReferralsServiceClient to, string service, DateTimeOffset at)
    {
        var name = await SendAsync(from, service, "numerique--acceder-a-ses-droits-en-ligne");
        await to.AcceptReferralAsync(new() { Name = name, RequestId = NewId() });
        await to.ScheduleReferralAsync(new() { Name = name, RequestId = NewId(), Appointment = new() { StartTime = at.ToTimestamp() } });
        return name;
    }

    private async Task<IEnumerable<string>> OfDayAsync(string institution, Views.Worklist list, DateTimeOffset at, string service)
    {
        var question = new WorklistQuestion(institution, list, new() { Service = service }, at);
        var names = new List<string>();
        for (WorklistPosition? after = null; ;)
        {
            var page = await host.ReadAsync(db => WorklistPages.ReadAsync(db, question, after, 1, CancellationToken.None));
            names.AddRange(page.Rows.Select(row => row.Name));
            if ((after = page.Next) is null) return names;
        }
    }

    private static async Task<string> SendAsync(ReferralsService.ReferralsServiceClient from, string service, string theme)
    {
        var request = ReferralsHost.Submission(service);
        request.Referral.Theme = theme;
        return (await from.SubmitReferralAsync(request)).Name;
    }

    // Others of this class send to other services.
    private static async Task<IEnumerable<string>> NamesAsync(ReferralsService.ReferralsServiceClient client, ListReferralsRequest request, params string[] services)
    {
        request.PageSize = 200;
        return (await client.ListReferralsAsync(request)).Referrals.Where(referral => services.Contains(referral.Service)).Select(referral => referral.Name);
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
