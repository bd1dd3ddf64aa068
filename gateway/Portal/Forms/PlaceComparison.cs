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
            new("Type de structure", Typology(one), Typology(other)),
            new("SIRET", one.Siret, other.Siret),
            new("Réseaux", Networks(one), Networks(other)),
            new("Adresse", Address(one), Address(other)),
            new("Coordonnées", PositionText.Of(one.Address?.Position), PositionText.Of(other.Address?.Position)),
            new("Téléphone", one.Phone, other.Phone),
            new("Courriel", one.Email, other.Email),
            new("Site internet", one.Website, other.Website),
            new("Horaires", Hours(one), Hours(other)),
            new("Accueil adapté", Fittings(one), Fittings(other)),
            new("Page Acceslibre", one.AccessibilityUrl, other.AccessibilityUrl),
            new("Ordinateurs en libre accès", Count(one.PublicComputers), Count(other.PublicComputers)),
            new("Médiateurs numériques", Count(one.Facilitators), Count(other.Facilitators)),
            new("Description", one.Description, other.Description),
            new("Source", one.Origin?.Source ?? "", other.Origin?.Source ?? ""),
            new("Vérifié par sa source le", Day(one), Day(other)),
        ]).Where(line => line.One.Length + line.Other.Length > 0);

    private static string Address(Structure place) => string.Join(", ", ServicePlace.Lines(place.Address));

    private static string Typology(Structure place) => place.Typology.Length > 0 ? Label.OfService("typology", place.Typology) : "";

    private static string Networks(Structure place) => string.Join(", ", place.Networks.Select(network => Label.OfService("networks", network)));

    private static string Fittings(Structure place) => string.Join(", ", place.Accessibility.Select(fitting => Label.OfService("accessibility", fitting)));

    private static string Count(int number) => number == 0 ? "" : French.Number(number);

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
