namespace Reseau.Hosting.Log;

/// <summary>Who asks for a change, under which request id.</summary>
/// <param name="Institution">Institution id of the caller.</param>
/// <param name="Actor">Subject of the caller's token.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="Fingerprint">SHA-256 of method and body: the same id with another body is refused.</param>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="Now">When it was received.</param>
public sealed record Command(string Institution, string Actor, string RequestId, byte[] Fingerprint, string TraceId, DateTimeOffset Now)
{
    /// <summary>When it was received, as the log keeps it.</summary>
    public DateTimeOffset Now { get; } = KeptInstant.Of(Now);

    /// <summary>A command of no institution and no person: the system's own.</summary>
    /// <param name="requestId">Its id; the same for the same work, so that it happens once.</param>
    /// <param name="fingerprint">SHA-256 of what the work is.</param>
    /// <param name="now">When it began.</param>
    public static Command OfNobody(string requestId, byte[] fingerprint, DateTimeOffset now) => new("", "", requestId, fingerprint, "", now);
}

/// <summary>A stream at a version: what a command led to. A retry leads to the same, though it appends nothing.</summary>
/// <param name="Stream">Resource name.</param>
/// <param name="Version">The version.</param>
public readonly record struct StreamVersion(string Stream, long Version)
{
    /// <summary>What the command appended to reach that version; nothing for a recognised retry.</summary>
    public IReadOnlyList<RecordedEvent> Appended { get => field ?? []; init; }

    /// <inheritdoc />
    public bool Equals(StreamVersion other) => Stream == other.Stream && Version == other.Version;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Stream, Version);
}
