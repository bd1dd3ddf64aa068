using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Domain;
using Reseau.Conventions.V1;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Conventions.Tests.Rpc.Network;
using Convention = Reseau.Conventions.V1.Convention;
using ConventionKind = Reseau.Conventions.Domain.ConventionKind;

namespace Reseau.Conventions.Tests.Rpc;

public sealed class ListingConventions
{
    [Theory, OnEveryProvider]
    public async Task Any_page_size_visits_each_convention_once_those_that_end_first_on_top(DatabaseProvider provider)
    {
        var host = new ConventionsHost { Provider = provider };
        await host.InitializeAsync();
        await FillAsync(host, 25);
        foreach (var account in (string[])[Yann, Sofia])
        {
            var client = await host.ClientAsync(account);
            var all = (await client.ListConventionsAsync(new() { PageSize = 200 })).Conventions.Select(one => one.Name).ToList();
            Assert.Equal(account == Yann ? 25 : 20, all.Count);
            foreach (var size in (int[])[1, 7, 25])
            {
                var visited = new List<Convention>();
                for (var token = ""; ;)
                {
                    var page = await client.ListConventionsAsync(new() { PageSize = size, PageToken = token });
                    visited.AddRange(page.Conventions);
                    if ((token = page.NextPageToken).Length == 0) break;
                }
                Assert.Equal(all, visited.Select(one => one.Name));
                var days = visited.Select(one => one.Content.EndDate is { } end ? new DateOnly(end.Year, end.Month, end.Day) : DateOnly.MinValue).ToList();
                Assert.Equal(days.Order(), days);
                Assert.All(visited, one => Assert.Empty(one.Content.Clauses));
            }
        }
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_narrowed_by_each_filter_and_exported()
    {
        var host = new ConventionsHost();
        await host.InitializeAsync();
        await FillAsync(host, 25);
        var client = await host.ClientAsync(Yann);
        async Task<int> CountAsync(ListConventionsRequest request) => (await client.ListConventionsAsync(request)).Conventions.Count;

        Assert.Equal(5, await CountAsync(new() { States = { Convention.Types.State.Draft } }));
        Assert.Equal(20, await CountAsync(new() { States = { Convention.Types.State.Proposed }, Institution = "institutions/caf-35" }));
        Assert.Equal(20, await CountAsync(new() { ToSign = true }));
        Assert.Equal(0, await CountAsync(new() { Kind = V1.ConventionKind.Hosting }));
        Assert.Equal(1, await CountAsync(new() { Title = "ENGAGEMENT 7", EndsBefore = ToDate(new(2031, 1, 1)) }));
        Assert.Equal(0, await CountAsync(new() { EndsBefore = ToDate(new(2026, 12, 31)) }));
        var (_, csv) = await FileAsync(client.ExportConventions(new() { Filter = new() { Title = "engagement 7" } }));
        var lines = System.Text.Encoding.UTF8.GetString(csv).TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("\ufeffconvention;titre;", lines[0], StringComparison.Ordinal);
        Assert.Contains(";\"'=Engagement 7\";ENGAGEMENT;PROPOSED;1;ccas-rennes;", lines[1], StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_ten_thousand_costs_what_one_of_a_hundred_costs()
    {
        var host = new ConventionsHost();
        await host.InitializeAsync();
        async Task<TimeSpan> PageAsync()
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < 40; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await host.ReadAsync(db => ConventionPages.ReadAsync(db, new("ccas-rennes", SeesAll: i % 2 == 0, new()), new(DateOnly.FromDateTime(new(2029, 1, 1)).DayNumber, ""), 50, CancellationToken.None));
                times.Add(Stopwatch.GetElapsedTime(start));
            }
            return times.Order().ElementAt(10);
        }
        await FillAsync(host, 100);
        await PageAsync();
        var few = await PageAsync();
        await FillAsync(host, 9_900, from: 100);

        var many = await PageAsync();

        Assert.True(many < (few * 3) + TimeSpan.FromMilliseconds(5), $"{few.TotalMilliseconds} ms of a hundred, {many.TotalMilliseconds} ms of ten thousand");
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task The_follow_up_counts_referrals_between_the_pair(DatabaseProvider provider)
    {
        var host = new ConventionsHost { Provider = provider, Clock = new Testing.TestClock() };
        await host.InitializeAsync();
        var active = await ActiveAsync(host);
        var now = host.Clock.GetUtcNow();
        var subscriber = host.Services.GetRequiredKeyedService<Subscriber<ConventionsDb>>("referrals");
        var position = 0L;
        Task HearAsync(string referral, TimeSpan ago, Action<Events.V1.Change> tell)
        {
            position++;
            var change = new Events.V1.Change { Source = "referrals", Position = position, PreviousPosition = position - 1, Stream = referral, OccurTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(now - ago) };
            tell(change);
            return subscriber.ReceiveAsync(change, CancellationToken.None);
        }
        foreach (var referral in (string[])["referrals/a", "referrals/b", "referrals/c"])
            await HearAsync(referral, TimeSpan.Zero, change => change.ReferralSubmitted = new() { Sender = "institutions/ccas-rennes", Recipient = "institutions/caf-35" });
        await HearAsync("referrals/a", TimeSpan.Zero, change => change.ReferralMoved = new() { ToState = "ACCEPTED" });
        await HearAsync("referrals/b", -TimeSpan.FromDays(20), change => change.ReferralMoved = new() { ToState = "DECLINED" });
        await HearAsync("referrals/c", TimeSpan.Zero, change => change.ReferralMoved = new() { ToState = "ACKNOWLEDGED" });

        var followed = await (await host.ClientAsync(Nadia)).GetFollowUpAsync(new() { Name = active.Name });

        var pair = Assert.Single(followed.Pairs);
        Assert.Equal((3, 20, 3, 2, 1), (pair.SentThisMonth, pair.MonthlyCapacity, pair.Sent, pair.Answered, pair.AnsweredInTime));
        Assert.Equal((1, 0, 0, 5_000_000L), (followed.Commitments, followed.CommitmentsKept, followed.CommitmentsLate, followed.PlannedCents));
        await host.DisposeAsync();
    }

    // Every fifth is a draft of the CCAS; the others are proposed to the CAF.
    private static async Task FillAsync(ConventionsHost host, int count, int from = 0)
    {
        var commands = host.Services.GetRequiredService<CommandLog<ConventionsDb>>();
        foreach (var some in Enumerable.Range(from, count).Chunk(500))
        {
            await commands.ExecuteAsync(new("ccas-rennes", "test", NewId(), [], "", DateTimeOffset.UtcNow), async (unit, cancellation) =>
            {
                var last = default(StreamVersion);
                foreach (var i in some)
                {
                    var content = Domain.Texts.Content with { Title = $"=Engagement {i}", Kind = ConventionKind.Engagement, EndDate = i % 7 == 3 ? null : new DateOnly(2027, 1, 1).AddDays(i % 1300) };
                    var name = $"conventions/{i:x8}";
                    var drafted = new ConventionDrafted(new("ccas-rennes", [], 1), content);
                    object[] events = i % 5 == 0 ? [drafted] : [drafted, new ConventionProposed(new("ccas-rennes", content.Institutions, 1), ConventionState.Draft, ConventionState.Proposed, new(Domain.Texts.Hash, new(2040, 1, 1)))];
                    last = await unit.AppendAsync(name, 0, events, cancellation);
                }
                return last;
            }, CancellationToken.None);
        }
    }
}
