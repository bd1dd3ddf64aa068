namespace Reseau.Kernel.Calendar;

/// <summary>The legal day of mainland France: what is confirmed, closed or agreed to is dated in days.</summary>
public static class FrenchDay
{
    /// <summary>The day on the calendar of Paris at an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(FrenchPlace.Of(null).LocalTime(at));

    /// <summary>The instant at which a day begins in Paris: midnight, which no change of hour there has ever skipped.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, FrenchPlace.Of(null).Zone.GetUtcOffset(midnight));
    }
}
