namespace Reseau.Kernel.Calendar;

/// <summary>Why a text is not opening hours. Never repeats what was typed.</summary>
/// <param name="Position">Index of the first character that does not fit; the length of the text when something is missing at its end.</param>
/// <param name="Expected">English: what could stand there.</param>
/// <param name="Message">English, for developers.</param>
/// <param name="MessageFr">French, for the person who typed it: what to write instead.</param>
public sealed record HoursProblem(int Position, string Expected, string Message, string MessageFr)
{
    internal static HoursProblem At(int position, Expectation expected) => new(
        position,
        expected.English,
        $"Opening hours are not understood at character {position + 1}: expected {expected.English}.",
        $"Horaires non compris à partir du caractère {position + 1} : {expected.French}.");
}

/// <summary>What the parser waited for, in both languages.</summary>
internal readonly record struct Expectation(string English, string French)
{
    public static readonly Expectation Shorter = new($"at most {OpeningHours.MaximumLength} characters", $"le texte ne peut pas dépasser {OpeningHours.MaximumLength} caractères");
    public static readonly Expectation Anything = new("days, hours or 24/7", "indiquez des jours et des heures, par exemple Mo-Fr 09:00-12:00 ou 24/7");
    public static readonly Expectation KnownWord = new("a word of the notation", "ce mot n'est pas reconnu ; une remarque libre s'écrit entre guillemets");
    public static readonly Expectation KnownSign = new("a sign of the notation", "ce signe n'est pas reconnu");
    public static readonly Expectation ClosingQuote = new("a closing quotation mark", "il manque le guillemet qui ferme la remarque");
    public static readonly Expectation Separator = new("';', ',' or '||' before another rule", "séparez cette règle de la précédente par un point-virgule");
    public static readonly Expectation HoursBeforeComma = new("hours or 'off' before another rule", "indiquez les heures de ces jours, ou off, avant la règle suivante");
    public static readonly Expectation Rule = new("another rule", "il manque une règle après ce séparateur");
    public static readonly Expectation Time = new("a time", "une heure est attendue, par exemple 09:00");
    public static readonly Expectation ValidTime = new("a time of the day", "cette heure n'existe pas");
    public static readonly Expectation EndOfTime = new("'-' and the closing time, or '+'", "indiquez l'heure de fermeture, par exemple 09:00-12:00, ou 09:00+ si elle n'est pas fixée");
    public static readonly Expectation EndWithin48 = new("a closing time up to 48:00", "l'heure de fermeture ne peut pas dépasser 48:00");
    public static readonly Expectation Day = new("a day of the week", "un jour de la semaine est attendu, par exemple Fr");
    public static readonly Expectation Occurrence = new("a rank from 1 to 5 or from -1 to -5", "indiquez le rang du jour dans le mois, de 1 à 5, ou -1 pour le dernier");
    public static readonly Expectation ClosingBracket = new("']'", "il manque le crochet fermant");
    public static readonly Expectation OneDayForRank = new("one day before '['", "un rang dans le mois ne va qu'avec un seul jour, par exemple We[1]");
    public static readonly Expectation DayOfMonth = new("a day of that month", "ce jour n'existe pas dans ce mois");
    public static readonly Expectation Date = new("a date", "une date est attendue, par exemple Jul 14");
    public static readonly Expectation LaterDate = new("a date after the first", "la date de fin est avant la date de début");
    public static readonly Expectation FirstYear = new("a year on the first date too", "indiquez l'année sur les deux dates, ou sur aucune");
    public static readonly Expectation Year = new("a later year", "une année est attendue, après la première");
    public static readonly Expectation Week = new("a week from 1 to 53", "un numéro de semaine de 1 à 53 est attendu");
    public static readonly Expectation Step = new("a step of at least 1", "un pas d'au moins 1 est attendu, par exemple /2 pour une semaine sur deux");
    public static readonly Expectation Offset = new("at most 366 days", "le décalage ne peut pas dépasser 366 jours");
}
