using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>What happens when time has come for a convention: pure, as all decisions.</summary>
public static class TimerDecider
{
    /// <summary>Lets time act; nothing when somebody has acted meanwhile and nothing is due any more.</summary>
    /// <param name="current">The convention.</param>
    /// <param name="renewal">The one that renews it, as it is now; null when there is none.</param>
    /// <param name="departures">Who has left the network.</param>
    /// <param name="now">When.</param>
    public static Decision<ConventionEvent> Ring(Convention current, Convention? renewal, IReadOnlyCollection<Departure> departures, DateTimeOffset now)
    {
        var due = Deadlines.Of(current, departures).Where(deadline => deadline.DueAt <= now).ToList();
        if (due.Count == 0) return Decision.Nothing<ConventionEvent>();
        // One after the other: the next ring sees what the first departure led to.
        if (due.Exists(deadline => deadline.Kind == TimerKind.Depart)) return Departing.Release(current, Departing.Of(current, departures).First().Institution);
        // After a long silence of ours nobody is reminded of what ends in the same breath, nor twice of one thing.
        if (due.Exists(deadline => deadline.Kind == TimerKind.TakeOver)) return TakeOver(current, renewal);
        if (due.Exists(deadline => deadline.Kind == TimerKind.Lapse)) return new ConventionLapsed(current.Between, current.State, To(current, ConventionAction.Lapse));
        if (due.Exists(deadline => deadline.Kind == TimerKind.Expire)) return new ConventionExpired(current.Between, current.State, To(current, ConventionAction.Expire));
        if (due.Exists(deadline => deadline.Kind == TimerKind.ComeNear)) return new ConventionCameNear(current.Between, current.State, To(current, ConventionAction.ComeNear));
        var unsigned = due.Where(deadline => deadline.Kind == TimerKind.MissingSignatures).MaxBy(deadline => deadline.Days);
        if (unsigned is not null) return new ConventionReminded(current.Between, TimerKind.MissingSignatures, unsigned.Days, [.. current.NextSigners]);
        return new ConventionReminded(current.Between, TimerKind.Ending, due.Min(deadline => deadline.Days), []);
    }

    // A renewal that was terminated or suspended before it began renews nothing: the old one ends when it ends.
    private static Decision<ConventionEvent> TakeOver(Convention current, Convention? renewal) =>
        renewal is { State: ConventionState.Active or ConventionState.Expiring } && Following.TakeOver(current, renewal) is { } over
            ? over
            : new ConventionFollowingDropped(current.Between, renewal?.Name ?? current.SupersededBy ?? "");

    private static ConventionState To(Convention current, ConventionAction action) =>
        Transitions.TryFind(current.State, [Side.Clock], action, out var to) ? to!.Value : throw new InvalidOperationException($"{action} is due for a convention that is {current.State}.");
}
