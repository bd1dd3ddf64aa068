using Reseau.Kernel;

namespace Reseau.Referrals.Domain;

/// <summary>How the person said yes.</summary>
public enum ConsentChannel
{
    /// <summary>In front of the professional.</summary>
    Oral = 1,

    /// <summary>Signed on paper, kept by the sender.</summary>
    Paper,

    /// <summary>By SMS.</summary>
    Sms,
}

/// <summary>What the person agreed to: a record, not a tick. The recipient sees only what is in it.</summary>
/// <param name="Channel">How.</param>
/// <param name="GivenOn">When.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="SharedFields">What may be shared, codes of <see cref="AllFields"/>.</param>
public sealed record Consent(ConsentChannel Channel, DateOnly GivenOn, DateOnly ValidUntil, IReadOnlyList<string> SharedFields)
{
    /// <summary>Names of the person; always needed.</summary>
    public const string Identity = "identity";

    /// <summary>Phone, e-mail, other means.</summary>
    public const string Contact = "contact";

    /// <summary>Commune of residence.</summary>
    public const string Commune = "commune";

    /// <summary>Year of birth.</summary>
    public const string BirthYear = "birth-year";

    /// <summary>Why the person is sent; always needed.</summary>
    public const string Need = "need";

    /// <summary>Documents joined to the referral, whichever way they go.</summary>
    public const string Attachments = "attachments";

    /// <summary>No consent, of what was never sent: it covers nothing, and holds on no day.</summary>
    public static readonly Consent None = new(ConsentChannel.Oral, DateOnly.MaxValue, DateOnly.MinValue, []);

    /// <summary>Everything a consent can cover.</summary>
    public static IReadOnlyList<string> AllFields { get; } = [Identity, Contact, Commune, BirthYear, Need, Attachments];

    /// <summary>
    /// Whom the person agreed to, as the contract names services and institutions; empty for the service it is sent to and those
    /// that it may be redirected to for the same need.
    /// </summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>A year, unless the person says otherwise: the delay of the territories' paper forms.</summary>
    public static DateOnly DefaultEnd(DateOnly givenOn) => givenOn.AddYears(1);

    /// <summary>Whether a field may be shown to the recipient.</summary>
    public bool Covers(string field) => SharedFields.Contains(field, StringComparer.Ordinal);

    /// <summary>Whether the person agreed that this service of this institution receives what is shared.</summary>
    /// <param name="service"><c>services/{service}</c>.</param>
    /// <param name="institution">Institution id that answers for it.</param>
    public bool CoversRecipient(string service, string institution) =>
        Recipients.Count == 0 || Recipients.Contains(service, StringComparer.Ordinal) || Recipients.Contains(Codes.Institution(institution), StringComparer.Ordinal);

    /// <summary>What is wrong with it today for one who would receive it; null when it holds.</summary>
    public Refusal? Check(DateOnly today, string service, string institution) => Check(today) ?? (CoversRecipient(service, institution)
        ? null
        : new Refusal("CONSENT_NOT_FOR_RECIPIENT", "The person agreed to others than this service.", ("service", service)));

    /// <summary>What is wrong with it today; null when it holds.</summary>
    public Refusal? Check(DateOnly today)
    {
        if (GivenOn > today) return NotValid("The consent is dated in the future.");
        if (ValidUntil < today) return NotValid("The consent has ended.");
        if (ValidUntil > GivenOn.AddYears(3)) return NotValid("A consent lasts three years at most.");
        if (!Covers(Identity) || !Covers(Need)) return NotValid("Without identity and need nobody can be referred.");
        return null;
    }

    private static Refusal NotValid(string why) => new("CONSENT_NOT_VALID", why);
}
