using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Partners.Subscriptions;
using Reseau.Testing.Hosts;

namespace Reseau.Partners.Tests.Subscriptions;

public sealed class MeasuringAnswers(PartnersHost host) : IClassFixture<PartnersHost>
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly string _service = $"services/{Guid.NewGuid():N}";

    [Fact]
    public async Task A_referral_sent_and_answered_in_one_batch_counts_once()
    {
        await HearAsync(Submitted("r1", 0), Moved("r1", "ACKNOWLEDGED", 1), Submitted("r2", 1), Moved("r2", "WAITLISTED", 2), Moved("r1", "INFORMATION_REQUESTED", 2), Moved("r1", "ACKNOWLEDGED", 2), Moved("r1", "ACCEPTED", 3), Moved("r1", "COMPLETED", 9));

        Assert.Equal([TimeSpan.FromHours(3)], await DelaysAsync());
        Assert.Equal([Name("r2")], await AwaitedAsync());
    }

    [Fact]
    public async Task Referrals_sent_before_are_answered_together_and_one_taken_back_is_no_answer()
    {
        await HearAsync(Submitted("r1", 0), Submitted("r2", 0), Submitted("r3", 0));

        await HearAsync(Moved("r2", "WITHDRAWN", 1), Moved("r1", "DECLINED", 2), Moved("r3", "ACCEPTED", 5));

        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromHours(5)], await DelaysAsync());
        Assert.Empty(await AwaitedAsync());
    }

    [Fact]
    public async Task Passing_a_person_on_is_an_answer()
    {
        await HearAsync(Submitted("r1", 0), Moved("r1", "REDIRECTED", 4));

        Assert.Equal([TimeSpan.FromHours(4)], await DelaysAsync());
    }

    private string Name(string referral) => $"referrals/{referral}-{_service[^32..]}";

    private Change Submitted(string referral, int hour) => At(hour, new() { Stream = Name(referral), ReferralSubmitted = new() { Service = _service } });

    private Change Moved(string referral, string to, int hour) => At(hour, new() { Stream = Name(referral), ReferralMoved = new() { ToState = to } });

    private static Change At(int hour, Change change)
    {
        change.Position = Random.Shared.NextInt64(long.MaxValue);
        change.OccurTime = Monday.AddHours(hour).ToTimestamp();
        return change;
    }

    private Task<int> HearAsync(params Change[] changes) => host.ReadAsync(async db =>
    {
        await new AnswerSubscription().HandleAsync(db, changes, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private Task<List<TimeSpan>> DelaysAsync() => host.ReadAsync(async db =>
        (await db.AnswerDelays.Where(delay => delay.Service == _service).Select(delay => delay.Seconds).OrderBy(seconds => seconds).ToListAsync()).ConvertAll(seconds => TimeSpan.FromSeconds(seconds)));

    private Task<List<string>> AwaitedAsync() => host.ReadAsync(db => db.AwaitedAnswers.Where(answer => answer.Service == _service).Select(answer => answer.Referral).ToListAsync());
}
