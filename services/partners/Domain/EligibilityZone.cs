using System.Text.RegularExpressions;

namespace Reseau.Partners.Domain;

/// <summary>
/// The codes of a service's eligibility zones: commune (5 characters), département (2 or 3), région (2), EPCI (SIREN, 9 digits), country
/// (<c>france</c>, or an INSEE country code in <c>99</c>). Départements and régions share their codes: "53" is Mayenne and Bretagne.
/// </summary>
public static partial class EligibilityZone
{
    /// <summary>The whole country; an empty list of zones means the same.</summary>
    public const string France = "france";

    /// <summary>INSEE's country code of France, which other directories write instead of <see cref="France"/>.</summary>
    public const string FranceCountryCode = "99100";

    public static bool IsWellFormed(string code) => code is France || Pattern().IsMatch(code);

    [GeneratedRegex(@"^(\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3}|\d{9})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();
}
