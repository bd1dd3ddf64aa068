using System.Collections.Concurrent;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Tests.Counting;

/// <summary>The figures once more, straight from the events and without hurry: minute by minute, referral by referral.</summary>
internal static class NaiveFigures
{
    // Every grouping asks for the same ones.
    private static readonly ConcurrentDictionary<(DateTimeOffset, DateTimeOffset, string?), int> Counted = new();

    private static readonly ReferralState[] Taken =
        [ReferralState.Accepted, ReferralState.Scheduled, ReferralState.NoShow, ReferralState.InProgress, ReferralState.OnHold, ReferralState.Completed];

    public static IReadOnlyList<FigureCounts> Of(IEnumerable<IReadOnlyList<RecordedEvent>> histories, Func<ReferralSubmitted, string> key, DateTimeOffset now) =>
    [
        .. histories.Where(history => StateOf(history) != ReferralState.Voided).GroupBy(history => key(Sent(history)), StringComparer.Ordinal)
            .Select(group => Of(group.Key, [.. group], now)).OrderByDescending(group => group.Counts.Sent).ThenBy(group => group.Counts.Key, StringComparer.Ordinal),
    ];

    private static FigureCounts Of(string key, IReadOnlyList<IReadOnlyList<RecordedEvent>> all, DateTimeOffset now)
    {
        int Count(Func<IReadOnlyList<RecordedEvent>, bool> so) => all.Count(so);
        int Old(int days) => Count(history => At(history) <= now.AddDays(-days));
        int ClosedIn(int days) => Count(history => At(history) <= now.AddDays(-days) && ClosedAt(history) is { } closed && closed - At(history) < TimeSpan.FromMinutes((days * 1440) + 1));
        var counts = new GroupCounts(
            key, all.Count, Count(history => AnswerOf(history) is { } first && Taken.Contains(first.To)), Count(history => AnswerOf(history) is not null),
            Count(history => Waited(history) is not null || Due(history) < now), Count(history => (Waited(history) ?? now) > Due(history)),
            Count(history => ClosedAt(history) is not null), Count(history => OutcomeOf(history) == Outcome.Served),
            all.Sum(history => history.Count(e => e.Body is ReferralAttended)), all.Sum(history => history.Count(e => e.Body is ReferralMissed)),
            Count(history => !Transitions.IsTerminal(StateOf(history)) && now - history[^1].OccurredAt > TimeSpan.FromDays(14)),
            Old(30), ClosedIn(30), Old(60), ClosedIn(60), Old(90), ClosedIn(90));
        return new(
            counts,
            Delays(all.Select(history => AnswerOf(history) is { } first ? OfficeMinutes(At(history), InstantOf(history, first), Sent(history).Departement) : (int?)null)),
            Delays(all.Select(history => AcceptedAt(history) is { } accepted && history.FirstOrDefault(e => e.Body is ReferralAttended or ReferralStarted) is { } met
                ? Minutes(accepted, met.OccurredAt) : (int?)null)),
            Delays(all.Select(history => AcceptedAt(history) is { } accepted && LastMove(history) is { Body: ReferralCompleted } last ? Minutes(accepted, last.OccurredAt) : (int?)null)),
            [.. all.SelectMany(ReasonsOf).CountBy(reason => reason, StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => (reason.Key, reason.Value))]);
    }

    private static DelayCounts Delays(IEnumerable<int?> measured)
    {
        int[] ordered = [.. measured.OfType<int>().Order()];
        return ordered.Length == 0 ? DelayCounts.None : new(ordered.Length, ordered[(int)Math.Ceiling(0.5 * ordered.Length) - 1], ordered[(int)Math.Ceiling(0.9 * ordered.Length) - 1]);
    }

    private static ReferralSubmitted Sent(IReadOnlyList<RecordedEvent> history) => (ReferralSubmitted)history[0].Body;

    private static DateTimeOffset At(IReadOnlyList<RecordedEvent> history) => history[0].OccurredAt;

    private static ReferralState StateOf(IReadOnlyList<RecordedEvent> history) => LastMove(history)?.Body is ReferralMoved moved ? moved.To : ReferralState.Submitted;

    private static bool IsMove(RecordedEvent recorded) => recorded.Body is ReferralMoved moved && !(moved.From == moved.To && Transitions.IsTerminal(moved.To));

    private static RecordedEvent? LastMove(IReadOnlyList<RecordedEvent> history) => history.LastOrDefault(IsMove);

    private static IEnumerable<ReferralCorrected> Corrections(IReadOnlyList<RecordedEvent> history) =>
        history.SkipWhile(e => !ReferenceEquals(e, LastMove(history))).Select(e => e.Body).OfType<ReferralCorrected>();

    private static Outcome? OutcomeOf(IReadOnlyList<RecordedEvent> history) =>
        LastMove(history)?.Body is ReferralCompleted completed ? Corrections(history).LastOrDefault(correction => correction.Outcome is not null)?.Outcome ?? completed.Outcome : null;

    private static IReadOnlyList<string> ReasonsOf(IReadOnlyList<RecordedEvent> history) =>
        LastMove(history)?.Body is ReferralDeclined declined ? Corrections(history).LastOrDefault(correction => correction.Reasons.Count > 0)?.Reasons ?? declined.Reasons : [];

    private static ReferralMoved? AnswerOf(IReadOnlyList<RecordedEvent> history) =>
        history.Select(e => e.Body).OfType<ReferralMoved>().FirstOrDefault(moved => Taken.Contains(moved.To) || moved.To == ReferralState.Declined);

    private static DateTimeOffset? AcceptedAt(IReadOnlyList<RecordedEvent> history) =>
        AnswerOf(history) is { } first && Taken.Contains(first.To) ? InstantOf(history, first) : null;

    private static DateTimeOffset InstantOf(IReadOnlyList<RecordedEvent> history, ReferralMoved moved) => history.First(e => ReferenceEquals(e.Body, moved)).OccurredAt;

    private static DateTimeOffset? ClosedAt(IReadOnlyList<RecordedEvent> history) =>
        StateOf(history) is ReferralState.Completed or ReferralState.Declined or ReferralState.Cancelled ? LastMove(history)!.OccurredAt : null;

    private static DateTimeOffset? Waited(IReadOnlyList<RecordedEvent> history) => history.Skip(1)
        .FirstOrDefault(e => IsMove(e) && (e.Institution == Sent(history).Parties.Recipient || Transitions.IsTerminal(((ReferralMoved)e.Body).To)))?.OccurredAt;

    private static DateTimeOffset Due(IReadOnlyList<RecordedEvent> history)
    {
        var place = FrenchPlace.Of(Sent(history).Departement);
        var day = place.DayOf(At(history));
        for (var worked = 0; worked < 2;)
        {
            day = day.AddDays(1);
            if (IsWorked(day, place)) worked++;
        }
        return place.At(day.AddDays(1), TimeOnly.MinValue);
    }

    private static int OfficeMinutes(DateTimeOffset from, DateTimeOffset to, string? departement) =>
        Counted.GetOrAdd((from, to, departement), _ => CountMinutes(from, to, FrenchPlace.Of(departement)));

    private static int CountMinutes(DateTimeOffset from, DateTimeOffset to, FrenchPlace place)
    {
        var count = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            var local = place.LocalTime(minute);
            if (local.Hour is >= 9 and < 17 && IsWorked(DateOnly.FromDateTime(local), place)) count++;
        }
        return count;
    }

    private static bool IsWorked(DateOnly day, FrenchPlace place) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !place.Holidays.IsHoliday(day);

    private static int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)(to - from).TotalMinutes;
}
