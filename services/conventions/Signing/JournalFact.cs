namespace Reseau.Conventions.Signing;

/// <summary>What happened to a convention, as far as its evidence goes.</summary>
public enum JournalEvent
{
    /// <summary>It was sent to its parties: from here on there is a document to sign.</summary>
    Proposed = 1,

    /// <summary>It was changed after that: another document, and no signature.</summary>
    Revised = 2,

    /// <summary>A person signed for a party.</summary>
    PartySigned = 3,

    /// <summary>The last party has signed.</summary>
    Completed = 4,

    /// <summary>A party said no.</summary>
    Declined = 5,

    /// <summary>Its author took it back.</summary>
    Withdrawn = 6,

    /// <summary>A party stopped it for a while.</summary>
    Suspended = 7,

    /// <summary>It was taken up again.</summary>
    Resumed = 8,

    /// <summary>It was ended before its time.</summary>
    Terminated = 9,

    /// <summary>Its end is past.</summary>
    Expired = 10,

    /// <summary>Another convention replaced it.</summary>
    Superseded = 11,
}

/// <summary>One thing that happened, with all that shows it. Empty and null = not said.</summary>
public sealed record JournalFact
{
    /// <summary>What.</summary>
    public required JournalEvent Event { get; init; }

    /// <summary>When; kept to the millisecond.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Version of what the convention said then.</summary>
    public required int Version { get; init; }

    /// <summary><c>institutions/{institution}</c> that did it; empty when time did.</summary>
    public string Institution { get; init; } = "";

    /// <summary>The person who did it.</summary>
    public JournalSigner? Signer { get; init; }

    /// <summary>In what capacity they signed.</summary>
    public string Function { get; init; } = "";

    /// <summary>What gave them the power to sign.</summary>
    public string Mandate { get; init; } = "";

    /// <summary>How they were recognised, e.g. <c>re-authentication</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>Level of the signature.</summary>
    public SignatureLevel? Level { get; init; }

    /// <summary>When they signed in, before they signed.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>SHA-256 of the document: the one proposed, or the one signed.</summary>
    public string DocumentSha256 { get; init; } = "";

    /// <summary>Why, as said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who must sign what it is about; with <see cref="JournalEvent.Proposed"/> and <see cref="JournalEvent.Revised"/>, and only there.</summary>
    public JournalTerms? Terms { get; init; }
}

/// <summary>A person who acted.</summary>
/// <param name="Subject">Stable identifier at the identity provider.</param>
/// <param name="Name">Name, as the identity provider says.</param>
public sealed record JournalSigner(string Subject, string Name);
