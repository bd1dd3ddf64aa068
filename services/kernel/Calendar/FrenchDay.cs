namespace Reseau.Kernel.Calendar;

/// <summary>The legal day of mainland France: what is confirmed, closed or agreed to is dated in days.</summary>
public static class FrenchDay
{
    /// <summary>The day on the calendar of Paris at an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(FrenchPlace.Of(null).LocalTime(at));
}
