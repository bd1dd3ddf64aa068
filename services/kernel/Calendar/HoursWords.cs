using System.Collections.Frozen;

namespace Reseau.Kernel.Calendar;

/// <summary>
/// The words of the notation, and those people write for them in English and French. The two-letter days of both languages do not
/// clash; "mar" is March, as in the notation, though French also cuts "mardi" there.
/// </summary>
internal static class HoursWords
{
    private static readonly FrozenDictionary<string, (TokenKind Kind, int Value)> Known = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words between days or hours that carry nothing: "du lundi au vendredi de 9h à 12h".</summary>
    public static bool IsFiller(string word) => word.ToLowerInvariant() is "du" or "de" or "des" or "le" or "les" or "from";

    public static bool TryFind(string word, out (TokenKind Kind, int Value) found) => Known.TryGetValue(word, out found);

    private static Dictionary<string, (TokenKind Kind, int Value)> Build()
    {
        var words = new Dictionary<string, (TokenKind, int)>(StringComparer.OrdinalIgnoreCase);
        Add(words, TokenKind.Day, 0,
            ["mo mon monday mondays lu lun lundi lundis", "tu tue tues tuesday tuesdays ma mardi mardis", "we wed wednesday wednesdays me mer mercredi mercredis",
                "th thu thur thurs thursday thursdays je jeu jeudi jeudis", "fr fri friday fridays ve ven vendredi vendredis",
                "sa sat saturday saturdays sam samedi samedis", "su sun sunday sundays di dim dimanche dimanches"]);
        Add(words, TokenKind.Month, 1,
            ["jan january janv janvier", "feb february fév fev février fevrier", "mar march mars", "apr april avr avril", "may mai", "jun june juin",
                "jul july juil juillet", "aug august août aout", "sep sept september septembre", "oct october octobre", "nov november novembre",
                "dec december déc décembre decembre"]);
        Add(words, TokenKind.State, (int)OpenState.Closed, ["off closed fermé ferme fermée fermeture", "open ouvert ouverte", "unknown"]);
        Add(words, TokenKind.PublicHoliday, 0, ["ph"]);
        Add(words, TokenKind.SchoolHoliday, 0, ["sh"]);
        Add(words, TokenKind.Easter, 0, ["easter pâques paques"]);
        Add(words, TokenKind.Week, 0, ["week weeks semaine semaines"]);
        Add(words, TokenKind.DayUnit, 0, ["day days jour jours"]);
        Add(words, TokenKind.Hyphen, 0, ["to à a au"]);
        Add(words, TokenKind.Comma, 0, ["and et"]);
        return words;
    }

    private static void Add(Dictionary<string, (TokenKind Kind, int Value)> words, TokenKind kind, int first, string[] groups)
    {
        for (var index = 0; index < groups.Length; index++)
        {
            foreach (var word in groups[index].Split(' ')) words.Add(word, (kind, first + index));
        }
    }
}
