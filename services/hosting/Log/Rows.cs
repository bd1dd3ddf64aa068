namespace Reseau.Hosting.Log;

/// <summary>One event: the only truth of a service. Rows are appended, never changed; <see cref="HashChain"/> proves it.</summary>
public sealed class EventRow
{
    /// <summary>Place in the service's log, from 1, without holes: assigned under the append lock.</summary>
    public long Position { get; set; }

    /// <summary>Resource name, e.g. <c>referrals/…</c>.</summary>
    public required string Stream { get; set; }

    /// <summary>Place in the stream, from 1.</summary>
    public long Version { get; set; }

    /// <summary>Stable name of the event.</summary>
    public required string Type { get; set; }

    /// <summary>The event as JSON, without personal data of a beneficiary.</summary>
    public required string Body { get; set; }

    /// <summary>Subject of the token that decided; empty for the system.</summary>
    public required string Actor { get; set; }

    /// <summary>Institution id of the actor; empty for the system.</summary>
    public required string Institution { get; set; }

    /// <summary>Request that caused it; empty for the system.</summary>
    public required string RequestId { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>SHA-256 of the stream's previous hash and this row.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>W3C trace id of the command.</summary>
    public required string TraceId { get; set; }
}

/// <summary>A request already answered: its retry gets the same answer, another body under its id is refused.</summary>
public sealed class RequestRow
{
    /// <summary>Institution id of the caller; ids of two institutions never collide.</summary>
    public required string Institution { get; set; }

    /// <summary>The caller's id.</summary>
    public required string RequestId { get; set; }

    /// <summary>SHA-256 of method and body, under the key of the stream when it has one (<see cref="Fingerprints"/>).</summary>
    public required byte[] Fingerprint { get; set; }

    /// <summary>The resource it changed.</summary>
    public required string Stream { get; set; }

    /// <summary>The version it led to.</summary>
    public long Version { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset AnsweredAt { get; set; }
}

/// <summary>An institution that may see an event: what its Watch stream reads.</summary>
public sealed class AudienceRow
{
    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }

    /// <summary>Position of the event.</summary>
    public long Position { get; set; }
}

/// <summary>How far a reader of a log has come, and who does what one replica does at a time.</summary>
public sealed class CursorRow
{
    /// <summary><c>publisher</c>, <c>subscription:{source}</c>, or the name of a <see cref="Lease{TDb}"/>.</summary>
    public required string Name { get; set; }

    /// <summary>Last position handled.</summary>
    public long Position { get; set; }

    /// <summary>Process that holds the lease; empty when nobody does.</summary>
    public required string Owner { get; set; }

    /// <summary>When the lease ends by itself.</summary>
    public DateTimeOffset LeaseUntil { get; set; }
}

/// <summary>A change that a subscription could not handle after bounded tries; <c>replay</c> hands it over again.</summary>
public sealed class ParkedRow
{
    /// <summary>Service whose log it comes from.</summary>
    public required string Source { get; set; }

    /// <summary>Position in that log.</summary>
    public long Position { get; set; }

    /// <summary>The change, as JSON.</summary>
    public required string Change { get; set; }

    /// <summary>Type of the exception; no message, which could carry data.</summary>
    public required string Error { get; set; }

    /// <summary>When it was parked.</summary>
    public DateTimeOffset ParkedAt { get; set; }
}

/// <summary>The key of one subject's personal data. Deleting it erases the data, wherever a copy of the ciphertext lies.</summary>
public sealed class PersonalKeyRow
{
    /// <summary>Resource name the data belong to.</summary>
    public required string Subject { get; set; }

    /// <summary>256 random bits.</summary>
    public required byte[] Key { get; set; }
}

/// <summary>One encrypted part of a subject's personal data.</summary>
public sealed class PersonalPartRow
{
    /// <summary>Resource name the data belong to.</summary>
    public required string Subject { get; set; }

    /// <summary>Which part, e.g. <c>beneficiary</c> or <c>message:3</c>.</summary>
    public required string Part { get; set; }

    /// <summary>AES-256-GCM: nonce (12), tag (16), ciphertext.</summary>
    public required byte[] Sealed { get; set; }
}
