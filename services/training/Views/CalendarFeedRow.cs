namespace Reseau.Training.Views;

/// <summary>The calendar of a professional. Its secret is in nobody's hands but theirs: only its hash is kept.</summary>
public sealed class CalendarFeedRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; set; }
}
