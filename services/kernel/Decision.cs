namespace Reseau.Kernel;

/// <summary>What a decide function answers: events to append (possibly none), or a refusal. Never both.</summary>
/// <param name="Events">What happened, in order; empty when the command repeats what already is.</param>
/// <param name="Refusal">The rule that said no.</param>
public readonly record struct Decision<TEvent>(IReadOnlyList<TEvent> Events, Refusal? Refusal)
{
    /// <summary>One event.</summary>
    public static implicit operator Decision<TEvent>(TEvent one) => new([one], null);

    /// <summary>A refusal.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);

    /// <summary>The events, or the refusal as an exception for the edge to translate.</summary>
    /// <exception cref="RefusedException">A rule said no.</exception>
    public IReadOnlyList<TEvent> EventsOrThrow() => Refusal is null ? Events : throw new RefusedException(Refusal);
}

/// <summary>Decisions without events.</summary>
public static class Decision
{
    /// <summary>Nothing happens: the command repeats what already is, and its caller must see success.</summary>
    public static Decision<TEvent> Nothing<TEvent>() => new([], null);
}
