namespace Reseau.Kernel.Calendar;

/// <summary>A public holiday.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Name">Its French name.</param>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>
/// Public holidays of a French département: the eleven of the labour code (L3133-1), the two of Alsace-Moselle (L3134-13), and the
/// day of the abolition of slavery overseas (L3422-2 and décret 83-1003). Days off that only some employers give are not here.
/// </summary>
public sealed class FrenchHolidays
{
    private static readonly FrenchHolidays AlsaceMoselle = new(alsaceMoselle: true, abolition: null);
    private static readonly FrenchHolidays Guadeloupe = new(alsaceMoselle: false, (5, 27));
    private static readonly FrenchHolidays Martinique = new(alsaceMoselle: false, (5, 22));
    private static readonly FrenchHolidays Guyane = new(alsaceMoselle: false, (6, 10));
    private static readonly FrenchHolidays Reunion = new(alsaceMoselle: false, (12, 20));
    private static readonly FrenchHolidays Mayotte = new(alsaceMoselle: false, (4, 27));
    private static readonly FrenchHolidays SaintBarthelemy = new(alsaceMoselle: false, (10, 9));

    // The code says 28 March by a slip of its decree; the circulars of each year since 2018 and the prefecture say 28 May.
    private static readonly FrenchHolidays SaintMartin = new(alsaceMoselle: false, (5, 28));

    private readonly bool _alsaceMoselle;
    private readonly (int Month, int Day)? _abolition;

    private FrenchHolidays(bool alsaceMoselle, (int Month, int Day)? abolition) => (_alsaceMoselle, _abolition) = (alsaceMoselle, abolition);

    /// <summary>The eleven days of the whole country.</summary>
    public static FrenchHolidays National { get; } = new(alsaceMoselle: false, abolition: null);

    /// <summary>The holidays of a département or collectivity; one not known has the national ones.</summary>
    /// <param name="departement">Code such as 35, 2A or 974, or the INSEE code of a commune.</param>
    public static FrenchHolidays Of(string? departement) => FrenchTime.Departement(departement) switch
    {
        "57" or "67" or "68" => AlsaceMoselle,
        "971" => Guadeloupe,
        "972" => Martinique,
        "973" => Guyane,
        "974" => Reunion,
        "976" => Mayotte,
        "977" => SaintBarthelemy,
        "978" => SaintMartin,
        _ => National,
    };

    /// <summary>Whether that day is one.</summary>
    public bool IsHoliday(DateOnly day) => NameOf(day) is not null;

    /// <summary>The French name of the holiday of that day, or null. Allocates nothing.</summary>
    public string? NameOf(DateOnly day)
    {
        if (_abolition is { } abolition && day.Month == abolition.Month && day.Day == abolition.Day) return "Abolition de l'esclavage";
        return (day.Month, day.Day) switch
        {
            (1, 1) => "Jour de l'An",
            (5, 1) => "Fête du Travail",
            (5, 8) => "Victoire 1945",
            (7, 14) => "Fête nationale",
            (8, 15) => "Assomption",
            (11, 1) => "Toussaint",
            (11, 11) => "Armistice 1918",
            (12, 25) => "Noël",
            (12, 26) when _alsaceMoselle => "Saint-Étienne",
            // Easter falls from 22 March to 25 April: what moves with it, from Good Friday to Whit Monday, is in these months.
            ( >= 3 and <= 6, _) => NameAroundEaster(day.DayNumber - Easter.Of(day.Year).DayNumber),
            _ => null,
        };
    }

    /// <summary>All of a year, in order.</summary>
    public IReadOnlyList<Holiday> InYear(int year)
    {
        var holidays = new List<Holiday>();
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (NameOf(day) is { } name) holidays.Add(new(day, name));
            if (day == DateOnly.MaxValue) break;
        }
        return holidays;
    }

    private string? NameAroundEaster(int daysAfter) => daysAfter switch
    {
        // By law only where a protestant or shared church stands; offices of the three départements close in all communes.
        -2 when _alsaceMoselle => "Vendredi saint",
        1 => "Lundi de Pâques",
        39 => "Ascension",
        50 => "Lundi de Pentecôte",
        _ => null,
    };
}
