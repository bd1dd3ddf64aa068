using System.Collections.Concurrent;

namespace Reseau.Kernel.Calendar;

/// <summary>What opening hours need to know of where they hold: the clock on its wall and its public holidays.</summary>
/// <param name="Zone">Time zone.</param>
/// <param name="Holidays">Public holidays.</param>
public sealed record FrenchPlace(TimeZoneInfo Zone, FrenchHolidays Holidays)
{
    private static readonly ConcurrentDictionary<string, FrenchPlace> Known = new(StringComparer.Ordinal);

    /// <summary>The place of a département; mainland France when the code is not known.</summary>
    /// <param name="departement">Code such as 35, 2A or 974, or the INSEE code of a commune.</param>
    public static FrenchPlace Of(string? departement)
    {
        var code = FrenchTime.Departement(departement);
        if (Known.TryGetValue(code, out var place)) return place;
        place = new(FrenchTime.ZoneOf(code), FrenchHolidays.Of(code));
        // Codes come from data: what is no code must not fill the memory.
        return code.Length <= 3 && Known.Count < 1000 ? Known.GetOrAdd(code, place) : place;
    }

    /// <summary>What a clock on the wall shows at that instant.</summary>
    public DateTime LocalTime(DateTimeOffset at) => at.ToOffset(Zone.GetUtcOffset(at)).DateTime;

    /// <summary>The day on the calendar there at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalTime(at));

    /// <summary>The instant at which the clock on the wall shows that hour. One that a change of time skips or repeats is read as standard time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
