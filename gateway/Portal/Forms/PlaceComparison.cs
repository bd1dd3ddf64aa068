using System.Globalization;
using System.Text;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Two places side by side, a line for each thing said of one of them.</summary>
/// <param name="Term">What it is about.</param>
/// <param name="One">Said of the first place.</param>
/// <param name="Other">Said of the second one.</param>
public sealed record PlaceComparison(string Term, string One, string Other)
{
    /// <summary>Accents, case, spaces and punctuation make no difference.</summary>
    public bool Differs => Plain(One) != Plain(Other);

    public static IEnumerable<PlaceComparison> Of(Structure one, Structure other, IReadOnlyDictionary<string, string> institutions) =>
        ((PlaceComparison[])
        [
            new("Nom", one.DisplayName, other.DisplayName),
            new("Institution", institutions.GetValueOrDefault(one.Institution, ""), institutions.GetValueOrDefault(other.Institution, "")),
            new("SIRET", one.Siret, other.Siret),
            new("Adresse", Address(one), Address(other)),
            new("Téléphone", one.Phone, other.Phone),
            new("Courriel", one.Email, other.Email),
            new("Site internet", one.Website, other.Website),
            new("Horaires", Hours(one), Hours(other)),
            new("Description", one.Description, other.Description),
            new("Source", one.Origin?.Source ?? "", other.Origin?.Source ?? ""),
            new("Vérifié par sa source le", Day(one), Day(other)),
        ]).Where(line => line.One.Length + line.Other.Length > 0);

    private static string Address(Structure place) => string.Join(", ", ServicePlace.Lines(place.Address));

    private static string Hours(Structure place) => string.Join(" ; ", Opening.Lines(place.OpeningHours));

    private static string Day(Structure place) => place.Origin?.UpdateDate is { } date ? French.Day(date) : "";

    private static string Plain(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(character)) letters.Append(char.ToLowerInvariant(character));
        }

        return letters.ToString();
    }
}
