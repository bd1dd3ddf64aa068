using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using ReferralState = Reseau.Referrals.Domain.ReferralState;
using State = Reseau.Referrals.V1.Referral.Types.State;
using TimerKind = Reseau.Referrals.Domain.TimerKind;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Timers;

public sealed class LettingTimePass
{
    private const string Sender = "si-ccas-rennes";
    private const string Recipient = "si-caf-35";
    private static readonly string[] WholeLife = ["referral-submitted", "referral-reminded", "referral-reminded", "referral-expired"];

    [Theory, OnEveryProvider]
    public async Task What_nobody_reads_is_reminded_of_escalated_and_expires_once_each(DatabaseProvider provider)
    {
        var clock = new TestClock();
        var host = new ReferralsHost { Provider = provider, Clock = clock };
        await host.InitializeAsync();
        var (ccas, caf) = (await host.ClientAsync(Sender), await host.ClientAsync(Recipient));
        var name = await SendAsync(host, ccas);

        await PassAsync(host, clock);

        var file = await ccas.GetReferralAsync(new() { Name = name });
        Assert.Equal((State.Expired, Referral.Types.NationalStatus.Expiree), (file.State, file.NationalStatus));
        Assert.Equal(WholeLife, file.Timeline.Select(entry => entry.Type));
        Assert.Equal([("institutions/ccas-rennes", ""), ("", "ACKNOWLEDGE"), ("", "ESCALATE"), ("", "")], file.Timeline.Select(entry => (entry.Institution, entry.Reminder)));
        Assert.Equal([Referral.Types.Action.Redirect, Referral.Types.Action.WithdrawConsent, Referral.Types.Action.Correct], file.PossibleActions);
        Assert.Null(file.AnswerDueTime);
        Assert.Equal([Referral.Types.Action.Reopen, Referral.Types.Action.WithdrawConsent, Referral.Types.Action.Correct], (await caf.GetReferralAsync(new() { Name = name })).PossibleActions);
        Assert.Null((await host.Services.GetRequiredService<LogVerifier<ReferralsDb>>().VerifyAsync(progress: null, CancellationToken.None)).FirstAltered);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Many_who_ring_at_once_and_are_cut_off_ring_once_for_each(DatabaseProvider provider)
    {
        const int referrals = 40;
        var clock = new TestClock();
        var host = new ReferralsHost { Provider = provider, Clock = clock };
        await host.InitializeAsync();
        var ccas = await host.ClientAsync(Sender);
        for (var i = 0; i < referrals; i++) await SendAsync(host, ccas);
        // Bells of their own, as on replicas that both believe to hold the lease.
        var bells = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<TimerBell<ReferralsDb>>(host.Services)).ToList();
        clock.Advance(await LastDueAsync(host) - clock.GetUtcNow());

        using (var killed = new CancellationTokenSource())
        {
            var ringing = Task.WhenAll(bells.Select(bell => bell.RingAsync(killed.Token)));
            await Eventually.GetAsync(() => CountAsync(host, "referral-reminded"), count => count > 0);
            await killed.CancelAsync();
            await Record.ExceptionAsync(() => ringing);
        }
        await Eventually.GetAsync(async () => (await Task.WhenAll(bells.Select(bell => bell.RingAsync(CancellationToken.None)))).Sum(), taken => taken == 0);

        Assert.Equal(referrals, await CountAsync(host, "referral-reminded"));
        Assert.Equal(referrals, await host.ReadAsync(db => db.Events.Where(e => e.Type == "referral-reminded").Select(e => e.Stream).Distinct().CountAsync()));
        Assert.All(await host.ReadAsync(db => db.Timers.AsNoTracking().ToListAsync()), row => Assert.Equal((2, TimerKind.Escalate), (row.Version, row.Kind)));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_fell_due_while_nobody_watched_drains_when_the_service_is_back(DatabaseProvider provider)
    {
        // More than one round of the bell takes.
        const int referrals = TimerBell<ReferralsDb>.BatchSize + 20;
        var clock = new TestClock();
        var host = new ReferralsHost { Provider = provider, Clock = clock };
        await host.InitializeAsync();
        var ccas = await host.ClientAsync(Sender);
        for (var i = 0; i < referrals; i++) await SendAsync(host, ccas);
        await host.StopAsync();
        clock.Advance(TimeSpan.FromDays(100));

        await host.StartAsync();
        await PassAsync(host, clock);

        Assert.Equal((0, referrals), (await CountAsync(host, "referral-reminded"), await CountAsync(host, "referral-expired")));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task One_that_cannot_be_rung_holds_up_nobody()
    {
        var clock = new TestClock();
        var host = new ReferralsHost { Clock = clock, ExpectedErrors = [3001] };
        await host.InitializeAsync();
        await SendAsync(host, await host.ClientAsync(Sender));
        await host.ReadAsync(async db =>
        {
            db.Timers.Add(new() { Referral = "referrals/lost", Service = "services/none", Kind = TimerKind.Expire, DueAt = clock.GetUtcNow().AddDays(-1), State = ReferralState.Submitted });
            return await db.SaveChangesAsync();
        });

        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromHours(12)); return CountAsync(host, "referral-expired"); }, count => count == 1);

        Assert.True(await host.ReadAsync(db => db.Timers.Where(t => t.Referral == "referrals/lost").Select(t => t.DueAt).SingleAsync()) > clock.GetUtcNow().AddDays(-1));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_late_is_on_the_lists_of_both_sides_with_the_first_due_first()
    {
        var clock = new TestClock();
        var host = new ReferralsHost { Clock = clock };
        await host.InitializeAsync();
        var (ccas, caf) = (await host.ClientAsync(Sender), await host.ClientAsync(Recipient));
        var read = await SendAsync(host, ccas);
        var unread = await SendAsync(host, ccas);
        var asked = await SendAsync(host, ccas);
        await caf.AcknowledgeReferralAsync(new() { Name = read, RequestId = NewId() });
        await caf.RequestInformationAsync(new() { Name = asked, RequestId = NewId(), Message = "Quel est son besoin ?" });
        Assert.Equal([unread, read], await NamesAsync(caf, Worklist.ToAnswer));
        Assert.Empty(await NamesAsync(caf, Worklist.Overdue));

        clock.Advance((await ccas.GetReferralAsync(new() { Name = unread })).AnswerDueTime.ToDateTimeOffset() - clock.GetUtcNow());

        Assert.Equal([unread], await NamesAsync(caf, Worklist.Overdue));
        Assert.Equal([unread], await NamesAsync(ccas, Worklist.SentOverdue));
        Assert.Equal([unread, read], await NamesAsync(ccas, Worklist.SentUnanswered));
        var counts = (await caf.ListReferralsAsync(new())).Counts.ToDictionary(count => count.Worklist, count => count.Count);
        Assert.Equal(new() { [Worklist.ToAnswer] = 2, [Worklist.WaitingForSender] = 1, [Worklist.Overdue] = 1 }, counts);

        clock.Advance((await ccas.GetReferralAsync(new() { Name = read })).AnswerDueTime.ToDateTimeOffset() - clock.GetUtcNow());
        var first = await ccas.ListReferralsAsync(new() { Worklist = Worklist.SentOverdue, PageSize = 1 });
        var second = await ccas.ListReferralsAsync(new() { Worklist = Worklist.SentOverdue, PageSize = 1, PageToken = first.NextPageToken });
        Assert.Equal([unread, read], first.Referrals.Concat(second.Referrals).Select(referral => referral.Name));
        Assert.Empty(second.NextPageToken);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_for_the_lease_takes_over_when_it_ends()
    {
        var clock = new TestClock();
        var host = new ReferralsHost { Clock = clock };
        await host.InitializeAsync();
        Task<string?> OwnerAsync() => host.ReadAsync(db => db.Cursors.Where(c => c.Name == TimerRunner<ReferralsDb>.LeaseName).Select(c => c.Owner).SingleOrDefaultAsync());
        var holder = await Eventually.GetAsync<string?>(OwnerAsync, owner => owner is not null);
        var other = new Lease<ReferralsDb>(host.Services.GetRequiredService<ILogWriter<ReferralsDb>>(), clock, TimerRunner<ReferralsDb>.LeaseName);
        Assert.False(await other.HoldAsync(CancellationToken.None));

        await host.StopAsync();
        clock.Advance(TimeSpan.FromSeconds(16));
        await host.StartAsync();

        Assert.NotEqual(holder, await Eventually.GetAsync<string?>(OwnerAsync, owner => owner != holder));
        await host.DisposeAsync();
    }

    private static Task PassAsync(ReferralsHost host, TestClock clock) =>
        PassingTime.UntilNothingWaitsAsync(clock, TimeSpan.FromHours(3), () => host.ReadAsync(db => db.Timers.MinAsync(row => row.DueAt)));

    private static Task<int> CountAsync(ReferralsHost host, string type) => host.ReadAsync(db => db.Events.CountAsync(e => e.Type == type));

    private static async Task<DateTimeOffset> LastDueAsync(ReferralsHost host) =>
        (await host.ReadAsync(db => db.Timers.Select(t => t.DueAt).ToListAsync())).Max()!.Value;

    private static async Task<IEnumerable<string>> NamesAsync(ReferralsService.ReferralsServiceClient client, Worklist list) =>
        (await client.ListReferralsAsync(new() { Worklist = list, PageSize = 200 })).Referrals.Select(referral => referral.Name);

    private static async Task<string> SendAsync(ReferralsHost host, ReferralsService.ReferralsServiceClient client) =>
        (await client.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")))).Name;

    private static string NewId() => Guid.NewGuid().ToString();
}
