using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;

namespace Reseau.Referrals.Tests.Lists;

/// <summary>Pages of long lists against the same question asked of a list in memory.</summary>
public sealed class PagingThroughWorklists
{
    private const int Rows = 2 * WorklistPages.Reach + 500;
    private static readonly string[] Institutions = ["a", "b", "c"];
    private static readonly string[] Themes = ["numerique--x", "numerique--y", "mobilite--x"];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddMinutes(1500);

    [Theory, OnEveryProvider]
    public async Task Any_filter_and_any_page_size_visit_what_fits_once_and_in_order(DatabaseProvider provider)
    {
        var random = new Random(20260105);
        var host = new ReferralsHost { Provider = provider };
        await host.InitializeAsync();
        try
        {
            List<WorklistRow> rows = [.. Enumerable.Range(0, Rows).Select(i => RandomRow(random, i))];
            await host.ReadAsync(db =>
            {
                db.Worklists.AddRange(rows);
                return db.SaveChangesAsync();
            });

            for (var round = 0; round < 60; round++)
            {
                var question = new WorklistQuestion("a", Pick(random, Enum.GetValues<Worklist>()), RandomFilter(random), Now);
                var visited = await VisitAsync(host, question, random.Next(1, 200));
                Assert.Equal(Naive(rows, question), visited);
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Counting_stops_where_a_page_says_it_does()
    {
        var host = new ReferralsHost();
        await host.InitializeAsync();
        try
        {
            await host.ReadAsync(db =>
            {
                db.Worklists.AddRange(Enumerable.Range(0, WorklistPages.MostCounted + 5).Select(i => Row(i, "a", "b", ReferralState.Submitted, "numerique--x", Start)));
                db.Worklists.Add(Row(-1, "a", "b", ReferralState.Accepted, "numerique--x", Start));
                return db.SaveChangesAsync();
            });

            var counts = await host.ReadAsync(db => WorklistPages.CountAsync(db, "a", Start, CancellationToken.None));

            Assert.Equal(
                new Dictionary<Worklist, int> { [Worklist.SentUnanswered] = WorklistPages.MostCounted, [Worklist.SentUnderWay] = 1, [Worklist.SentOverdue] = WorklistPages.MostCounted },
                counts);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<List<string>> VisitAsync(ReferralsHost host, WorklistQuestion question, int size)
    {
        var visited = new List<string>();
        for (WorklistPosition? after = null; ;)
        {
            var page = await host.ReadAsync(db => WorklistPages.ReadAsync(db, question, after, size, CancellationToken.None));
            Assert.InRange(page.Rows.Count, 0, size);
            visited.AddRange(page.Rows.Select(row => row.Name));
            if ((after = page.Next) is null) return visited;
        }
    }

    private static List<string> Naive(IEnumerable<WorklistRow> rows, WorklistQuestion question)
    {
        var (list, sent) = (question.List, Worklists.IsSent(question.List));
        var mine = rows.Where(row => list switch
        {
            Worklist.All => (row.Sender == "a" && row.State != ReferralState.Draft) || row.Recipient == "a",
            Worklist.AppointmentsToday or Worklist.SentAppointmentsToday =>
                (sent ? row.Sender : row.Recipient) == "a" && row.State == ReferralState.Scheduled && Kernel.Calendar.FrenchDay.Of(row.AppointmentAt!.Value) == question.Today,
            _ => (sent ? row.Sender == "a" && row.SenderList == Worklists.Whole(list) : row.Recipient == "a" && row.RecipientList == Worklists.Whole(list))
                && (Worklists.Whole(list) == list || row.OrderAt <= Now),
        }).Where(row => Fits(row, question.Filter));
        var ordered = Worklists.IsOfToday(list) ? mine.OrderBy(row => row.AppointmentAt).ThenBy(row => row.Name, StringComparer.Ordinal)
            : Worklists.OldestFirst(list) ? mine.OrderBy(row => row.OrderAt).ThenBy(row => row.Name, StringComparer.Ordinal)
            : mine.OrderByDescending(row => list == Worklist.All ? row.ChangedAt : row.OrderAt).ThenByDescending(row => row.Name, StringComparer.Ordinal);
        return [.. ordered.Select(row => row.Name)];
    }

    private static bool Fits(WorklistRow row, WorklistFilter filter) =>
        (filter.Service.Length == 0 || row.Service == filter.Service)
        && (filter.Theme.Length == 0 || row.Theme == filter.Theme || row.Theme.StartsWith(filter.Theme + "--", StringComparison.Ordinal))
        && (filter.States.Count == 0 || filter.States.Contains(row.State))
        && (filter.SentFrom is null || row.SubmittedAt >= filter.SentFrom)
        && (filter.SentBefore is null || row.SubmittedAt < filter.SentBefore)
        && (filter.Partner.Length == 0 || (row.Sender == "a" ? row.Recipient : row.Sender) == filter.Partner);

    private static WorklistFilter RandomFilter(Random random) => new()
    {
        Service = random.Next(4) == 0 ? $"services/{random.Next(3)}" : "",
        Theme = random.Next(3) == 0 ? Pick(random, [.. Themes, "numerique", "sante"]) : "",
        States = random.Next(4) == 0 ? [Pick(random, Enum.GetValues<ReferralState>()), Pick(random, Enum.GetValues<ReferralState>())] : [],
        SentFrom = random.Next(4) == 0 ? Start.AddMinutes(random.Next(2000)) : null,
        SentBefore = random.Next(4) == 0 ? Start.AddMinutes(random.Next(2000)) : null,
        Partner = random.Next(4) == 0 ? Pick(random, ["b", "c", "d"]) : "",
    };

    // Most are of one list and one theme, so that a rare filter has a long way to look.
    private static WorklistRow RandomRow(Random random, int number)
    {
        var sender = Pick(random, Institutions);
        var common = random.Next(4) > 0;
        return Row(
            number, sender, Pick(random, [.. Institutions.Where(other => other != sender)]),
            common ? ReferralState.Completed : Pick(random, Enum.GetValues<ReferralState>()), common ? Themes[0] : Pick(random, Themes), Start.AddMinutes(random.Next(2000)), random.Next(300));
    }

    private static WorklistRow Row(int number, string sender, string recipient, ReferralState state, string theme, DateTimeOffset sent, int minutes = 0) => new()
    {
        Name = $"referrals/{number + 10_000}",
        State = state,
        Sender = sender,
        Recipient = state == ReferralState.Draft ? "" : recipient,
        SenderList = Worklists.OfSender(state),
        RecipientList = Worklists.OfRecipient(state),
        Service = $"services/{number % 3}",
        ServiceDisplayName = "Aide aux démarches",
        Theme = theme,
        SubmittedAt = sent,
        ChangedAt = sent.AddMinutes(minutes),
        OrderAt = sent.AddMinutes(minutes / 2),
        AppointmentAt = state == ReferralState.Scheduled ? sent.AddMinutes(minutes) : null,
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
