using System.Text.RegularExpressions;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>
/// Says the common part of the OpenStreetMap <c>opening_hours</c> notation in French: days, hours, closures. Rarer parts, such as
/// weeks and comments, stay as written: half a translation is worse than the original.
/// </summary>
public static partial class OpeningHours
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Mo"] = "lundi",
        ["Tu"] = "mardi",
        ["We"] = "mercredi",
        ["Th"] = "jeudi",
        ["Fr"] = "vendredi",
        ["Sa"] = "samedi",
        ["Su"] = "dimanche",
        ["PH"] = "jours fériés",
        ["off"] = "fermé",
        ["closed"] = "fermé",
    };

    public static string InFrench(string notation)
    {
        if (notation.Length == 0 || !Common().IsMatch(notation)) return notation;
        if (notation == "24/7") return "tous les jours, à toute heure";
        var french = Range().Replace(notation, match => $"du {Words[match.Groups["from"].Value]} au {Words[match.Groups["to"].Value]}");
        french = Word().Replace(french, match => Words[match.Value]);
        french = Hours().Replace(french, "de ${h}\u00A0h\u00A0${m} à ${hh}\u00A0h\u00A0${mm}").Replace("\u00A0h\u00A000", "\u00A0h", StringComparison.Ordinal);
        return Separators().Replace(french, match => match.Value.Contains(';', StringComparison.Ordinal) ? " ; " : ", ");
    }

    [GeneratedRegex("^(?:24/7|[MTWFSPoftucdashreHl0-9:,; -]+)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Common();

    [GeneratedRegex("(?<from>Mo|Tu|We|Th|Fr|Sa|Su)-(?<to>Mo|Tu|We|Th|Fr|Sa|Su)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(Mo|Tu|We|Th|Fr|Sa|Su|PH|off|closed)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"0?(?<h>\d{1,2}):(?<m>\d\d)-0?(?<hh>\d{1,2}):(?<mm>\d\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\s*[;,]\s*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Separators();
}
