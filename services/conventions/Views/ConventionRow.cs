using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Views;

/// <summary>A convention as lists, timers and checks of a hash need it.</summary>
public sealed class ConventionRow
{
    /// <summary><c>conventions/{convention}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the convention.</summary>
    public long Version { get; set; }

    /// <summary>The folded state without its text, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>Where it stands.</summary>
    public ConventionState State { get; set; }

    /// <summary>What it is for.</summary>
    public ConventionKind Kind { get; set; }

    /// <summary>Its title without case and accents.</summary>
    public required string PlainTitle { get; set; }

    /// <summary>Number of its last day; 0 without: what lists are ordered by.</summary>
    public int EndDay { get; set; }

    /// <summary>SHA-256 of the document that all parties signed; null before.</summary>
    public string? SignedSha256 { get; set; }

    /// <summary>Whether only its author has ever seen it.</summary>
    public bool Private { get; set; }

    /// <summary>What time does next; null when nothing does.</summary>
    public TimerKind? TimerKind { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
