using System.Globalization;
using System.Text;
using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Privacy;

/// <summary>
/// Whether two files speak of one person: the same names, and the same telephone or e-mail. Less would hand one person's data to another:
/// families share a telephone, and strangers a name.
/// </summary>
internal static class SamePerson
{
    /// <summary>Compares the names, the telephone and the e-mail that the reader may see.</summary>
    public static bool Is(Contract.Beneficiary one, Contract.Beneficiary other) =>
        HasNamesOf(one, other) && (IsShared(PhoneNumber.AtHome(one.Phone), PhoneNumber.AtHome(other.Phone)) || IsShared(Plain(one.Email), Plain(other.Email)));

    /// <summary>Whether they have the same names, however written.</summary>
    public static bool HasNamesOf(Contract.Beneficiary one, Contract.Beneficiary other) =>
        Plain(one.GivenName) == Plain(other.GivenName) && Plain(one.FamilyName) == Plain(other.FamilyName);

    private static bool IsShared(string one, string other) => one.Length > 0 && one == other;

    // Letters and digits without case and accents: "LE GOFF" and "Le Goff", "Maëlle" and "Maelle".
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherPunctuation)
        .Select(char.ToUpperInvariant));
}
