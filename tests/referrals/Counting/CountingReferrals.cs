using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;

namespace Reseau.Referrals.Tests.Counting;

public sealed class CountingReferrals
{
    private const int Lives = 300;

    [Theory, OnEveryProvider]
    public async Task The_figures_of_random_lives_are_those_counted_by_hand(DatabaseProvider provider)
    {
        var host = new ReferralsHost { Provider = provider };
        await host.InitializeAsync();
        try
        {
            var lives = new RandomLives(20260302);
            List<IReadOnlyList<RecordedEvent>> histories = [.. Enumerable.Range(0, Lives).Select(lives.Next)];
            await FoldAsync(host, histories);

            foreach (var (grouping, key) in Groupings)
            {
                var question = new FigureQuestion(DateTimeOffset.UnixEpoch, RandomLives.Now, RandomLives.Now) { GroupBy = grouping };
                Compare(NaiveFigures.Of(histories, key, RandomLives.Now), await ReadAsync(host, question));
            }

            var some = new FigureQuestion(RandomLives.Now.AddDays(-60), RandomLives.Now.AddDays(-10), RandomLives.Now) { Recipient = "c", Theme = "numerique--1" };
            var those = histories.Where(history => history[0].OccurredAt >= some.From && history[0].OccurredAt < some.Before
                && history[0].Body is ReferralSubmitted { Theme: "numerique--1", Parties.Recipient: "c" });
            Compare(NaiveFigures.Of(those, _ => "", RandomLives.Now), await ReadAsync(host, some));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Of_no_referrals_there_is_nothing_to_tell_but_that()
    {
        var host = new ReferralsHost();
        await host.InitializeAsync();
        try
        {
            var figures = Assert.Single(await ReadAsync(host, new(DateTimeOffset.UnixEpoch, RandomLives.Now, RandomLives.Now)));

            Assert.Equal((new GroupCounts(""), DelayCounts.None), (figures.Counts, figures.Response));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static (FigureGrouping, Func<ReferralSubmitted, string>)[] Groupings =>
    [
        (FigureGrouping.None, _ => ""),
        (FigureGrouping.Recipient, sent => sent.Parties.Recipient),
        (FigureGrouping.Sender, sent => sent.Parties.Sender),
        (FigureGrouping.Theme, sent => sent.Theme),
        (FigureGrouping.Service, sent => sent.Parties.Service),
    ];

    private static void Compare(IReadOnlyList<FigureCounts> expected, IReadOnlyList<FigureCounts> actual)
    {
        Assert.Equal(expected.Select(figures => figures.Counts), actual.Select(figures => figures.Counts));
        Assert.Equal(expected.Select(figures => (figures.Response, figures.Contact, figures.Outcome)), actual.Select(figures => (figures.Response, figures.Contact, figures.Outcome)));
        Assert.Equal(expected.Select(figures => figures.Refusals), actual.Select(figures => figures.Refusals));
    }

    private static Task<IReadOnlyList<FigureCounts>> ReadAsync(ReferralsHost host, FigureQuestion question) =>
        host.ReadAsync(db => FigureReader.ReadAsync(db, question, CancellationToken.None));

    // All events in the order of time, as a log holds them.
    private static Task<int> FoldAsync(ReferralsHost host, IEnumerable<IReadOnlyList<RecordedEvent>> histories) => host.ReadAsync(async db =>
    {
        View<ReferralsDb>[] views = [new TimerView(), new FiguresView()];
        foreach (var recorded in histories.SelectMany(history => history).OrderBy(recorded => recorded.OccurredAt).ThenBy(recorded => recorded.Position))
        {
            foreach (var view in views) await view.ApplyAsync(db, recorded, CancellationToken.None);
        }
        return await db.SaveChangesAsync();
    });
}
