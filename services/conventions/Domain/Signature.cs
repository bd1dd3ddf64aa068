namespace Reseau.Conventions.Domain;

/// <summary>A signature, as evidence: who, in whose name, by what power, how they were recognised, of which bytes.</summary>
/// <param name="Institution">Institution id in whose name.</param>
/// <param name="Subject">Subject of the person's token.</param>
/// <param name="Signer">Name of the person, as their identity provider says.</param>
/// <param name="Function">In what capacity.</param>
/// <param name="Mandate">What gives the power to sign.</param>
/// <param name="Level">How much it proves.</param>
/// <param name="Method">How the person was recognised.</param>
/// <param name="DocumentSha256">SHA-256 of the document, in lower-case hexadecimal.</param>
/// <param name="AuthenticatedAt">When the person last signed in.</param>
public sealed record Signature(
    string Institution, string Subject, string Signer, string Function, string Mandate, SignatureLevel Level, string Method, string DocumentSha256, DateTimeOffset AuthenticatedAt)
{
    /// <summary>The one way there is: the person signs in anew, minutes before.</summary>
    public const string ReAuthentication = "re-authentication";
}

/// <summary>A signature with its time, which is that of its event.</summary>
/// <param name="Signature">The signature.</param>
/// <param name="At">When.</param>
public sealed record GivenSignature(Signature Signature, DateTimeOffset At);
