using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>
/// Counts. The database sums and groups; for the quantiles it counts how many took each number of minutes, which is short however
/// many referrals there are.
/// </summary>
public static class FigureReader
{
    /// <summary>After so long without an act of a party, an open referral is forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(14);

    /// <summary>More groups than anybody reads.</summary>
    public const int MostGroups = 500;

    private const int MinutesOfADay = 24 * 60;

    private static readonly ReferralState[] Open = [.. Enum.GetValues<ReferralState>().Where(state => !Transitions.IsTerminal(state))];

    /// <summary>The figures of each group, most referrals first; without grouping, of all of them, even when there are none.</summary>
    public static async Task<IReadOnlyList<FigureCounts>> ReadAsync(ReferralsDb db, FigureQuestion asked, CancellationToken cancellation)
    {
        var rows = asked.Apply(db.Figures.AsNoTracking());
        var counts = await CountAsync(rows, asked, cancellation);
        var response = await DelaysAsync(rows.Where(f => f.ResponseMinutes != null), asked.Key, f => f.ResponseMinutes!.Value, cancellation);
        var contact = await DelaysAsync(rows.Where(f => f.ContactMinutes != null), asked.Key, f => f.ContactMinutes!.Value, cancellation);
        var outcome = await DelaysAsync(rows.Where(f => f.OutcomeMinutes != null), asked.Key, f => f.OutcomeMinutes!.Value, cancellation);
        var refusals = await RefusalsAsync(rows, asked.Key, cancellation);
        if (counts.Count == 0 && asked.GroupBy == FigureGrouping.None) counts.Add(new(""));
        return
        [
            .. counts.OrderByDescending(group => group.Sent).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostGroups).Select(group => new FigureCounts(
                group, DelayCounts.Of(response[group.Key]), DelayCounts.Of(contact[group.Key]), DelayCounts.Of(outcome[group.Key]), Ordered(refusals[group.Key]))),
        ];
    }

    private static Task<List<GroupCounts>> CountAsync(IQueryable<FigureRow> rows, FigureQuestion asked, CancellationToken cancellation)
    {
        var now = asked.Now;
        var (forgotten, ago30, ago60, ago90) = (now - ForgottenAfter, now.AddDays(-30), now.AddDays(-60), now.AddDays(-90));
        return rows.GroupBy(asked.Key).Select(g => new GroupCounts(
            g.Key,
            g.Count(),
            g.Count(f => f.Answer == FirstAnswer.Accepted),
            g.Count(f => f.Answer != null),
            g.Count(f => f.WaitedUntil != null || f.DueAt < now),
            g.Count(f => f.WaitedUntil > f.DueAt || (f.WaitedUntil == null && f.DueAt < now)),
            g.Count(f => f.ClosingMinutes != null),
            g.Count(f => f.Outcome == Outcome.Served),
            g.Sum(f => f.Kept),
            g.Sum(f => f.Missed),
            g.Count(f => Open.Contains(f.State) && f.TouchedAt < forgotten),
            g.Count(f => f.SubmittedAt <= ago30),
            g.Count(f => f.SubmittedAt <= ago30 && f.ClosingMinutes <= 30 * MinutesOfADay),
            g.Count(f => f.SubmittedAt <= ago60),
            g.Count(f => f.SubmittedAt <= ago60 && f.ClosingMinutes <= 60 * MinutesOfADay),
            g.Count(f => f.SubmittedAt <= ago90),
            g.Count(f => f.SubmittedAt <= ago90 && f.ClosingMinutes <= 90 * MinutesOfADay))).ToListAsync(cancellation);
    }

    private static async Task<ILookup<string, (int Minutes, int Count)>> DelaysAsync(
        IQueryable<FigureRow> rows, Expression<Func<FigureRow, string>> key, Expression<Func<FigureRow, int>> minutes, CancellationToken cancellation)
    {
        var measured = await rows.Select(Both(key, minutes)).GroupBy(m => new { m.Key, m.Value })
            .Select(g => new { g.Key.Key, Minutes = g.Key.Value, Count = g.Count() }).ToListAsync(cancellation);
        return measured.ToLookup(m => m.Key, m => (m.Minutes, m.Count), StringComparer.Ordinal);
    }

    private static async Task<ILookup<string, (string Reason, int Count)>> RefusalsAsync(
        IQueryable<FigureRow> rows, Expression<Func<FigureRow, string>> key, CancellationToken cancellation)
    {
        var refused = await rows.Where(f => f.Reasons != "").Select(Both(key, f => f.Reasons)).GroupBy(m => new { m.Key, m.Value })
            .Select(g => new { g.Key.Key, Reasons = g.Key.Value, Count = g.Count() }).ToListAsync(cancellation);
        return refused.SelectMany(r => r.Reasons.Split(',').Select(reason => (r.Key, Reason: reason, r.Count))).ToLookup(r => r.Key, r => (r.Reason, r.Count), StringComparer.Ordinal);
    }

    private static IReadOnlyList<(string, int)> Ordered(IEnumerable<(string Reason, int Count)> refusals) =>
    [
        .. refusals.GroupBy(r => r.Reason, StringComparer.Ordinal).Select(r => (Reason: r.Key, Count: r.Sum(one => one.Count)))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Reason, StringComparer.Ordinal),
    ];

    // f => new Measured { Key = key(f), Value = value(f) }, as one expression that the database can read.
    private static Expression<Func<FigureRow, Measured<T>>> Both<T>(Expression<Func<FigureRow, string>> key, Expression<Func<FigureRow, T>> value)
    {
        var row = key.Parameters[0];
        var read = new Renamed(value.Parameters[0], row).Visit(value.Body);
        return Expression.Lambda<Func<FigureRow, Measured<T>>>(
            Expression.MemberInit(
                Expression.New(typeof(Measured<T>)),
                Expression.Bind(typeof(Measured<T>).GetProperty(nameof(Measured<T>.Key))!, key.Body),
                Expression.Bind(typeof(Measured<T>).GetProperty(nameof(Measured<T>.Value))!, read)),
            row);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private sealed class Measured<T>
    {
        public string Key { get; set; } = "";

        public T Value { get; set; } = default!;
    }
}
