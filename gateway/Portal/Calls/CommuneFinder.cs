using System.Globalization;
using System.Text;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// Finds the commune a person typed, without JavaScript: one exact name, or one postal code that only one commune has, is taken;
/// anything else becomes a list to choose from.
/// </summary>
public sealed class CommuneFinder(ServiceCalls calls)
{
    private const int Shown = 20;

    /// <param name="typed">Name or postal code.</param>
    /// <param name="chosen">INSEE code picked earlier; it counts only while it is among the matches of what is typed now.</param>
    public async Task<CommuneMatch> FindAsync(string typed, string chosen)
    {
        typed = typed.Trim();
        if (typed.Length == 0) return CommuneMatch.Nothing;

        var answer = await calls.Partners((partners, options) => partners.SuggestCommunesAsync(new() { Text = typed, Limit = 50 }, options));
        if (!answer.Succeeded) return new(null, [], answer.Problem);

        var communes = answer.Value.Communes;
        var one = communes.FirstOrDefault(commune => commune.InseeCode == chosen)
            ?? Only(communes, commune => commune.InseeCode == typed)
            ?? Only(communes, commune => Plain(commune.DisplayName) == Plain(typed))
            ?? Only(communes, _ => true);
        if (one is not null) return new(one, [], null);

        // Homonyms first when there are some: who types "Saint-Denis" does not mean "Saint-Denis-en-Val".
        var homonyms = communes.Where(commune => Plain(commune.DisplayName) == Plain(typed)).ToList();
        return new(null, homonyms.Count > 1 ? homonyms : [.. communes.Take(Shown)], null);
    }

    /// <summary>A commune by its INSEE code, told apart from its homonyms; the code itself while the directory does not answer.</summary>
    public async Task<string> NameOfAsync(string insee) =>
        (await FindAsync(insee, insee)).Found is { } commune ? $"{commune.DisplayName} ({commune.Departement})" : insee;

    private static Commune? Only(IEnumerable<Commune> communes, Func<Commune, bool> condition) =>
        communes.Where(condition).Take(2).ToArray() is [var single] ? single : null;

    /// <summary>Without accents, case, hyphens or apostrophes; "St" and "Ste" in full.</summary>
    private static string Plain(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            letters.Append(char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ');
        }

        var words = letters.Replace("œ", "oe").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word switch { "st" => "saint", "ste" => "sainte", _ => word }));
    }
}
