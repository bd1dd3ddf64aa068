namespace Reseau.Partners.Domain;

/// <summary>The legal day of mainland France: what is confirmed or closed is dated in days.</summary>
public static class FrenchDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
}
