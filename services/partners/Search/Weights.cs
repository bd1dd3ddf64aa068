using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>
/// What each reason counts for, in points. The need comes first (words and theme), then whether the person can get there, then the rest.
/// No weight depends on how many services the directory holds: adding one elsewhere never reorders a list, and replicas agree.
/// Scores are counted in whole hundredths of a point, which keeps sums and ties the same on every machine.
/// </summary>
internal static class Weights
{
    /// <summary>All words found in the name.</summary>
    public const double Text = 50;
    public const double InLabels = 0.7;
    public const double InDescription = 0.4;
    public const double BySynonym = 0.6;

    /// <summary>The share of a word that every other service has ("aide"), beside one that chooses.</summary>
    public const double CommonWord = 0.25;

    public const double Theme = 40;
    public const double FurtherTheme = 5;
    public const double ThemeFamily = 25;

    public const double Public = 20;
    public const double Everyone = 10;
    public const double PublicNotStated = 4;

    /// <summary>Next door; half of it at <see cref="HalvingMeters"/>.</summary>
    public const double Distance = 30;
    public const double HalvingMeters = 5_000;

    /// <summary>As much as a place half an hour away: no travel, but it asks for equipment and autonomy.</summary>
    public const double Remote = 8;
    public const double RemoteAskedFor = 20;

    public const double ZoneCommune = 12;
    public const double ZoneEpci = 9;
    public const double ZoneDepartement = 6;
    public const double ZoneRegion = 3;
    public const double ZoneEverywhere = 1;

    /// <summary>An answer within the day; half of it at <see cref="HalvingDays"/>.</summary>
    public const double UsualDelay = 10;
    public const double HalvingDays = 3;

    public const double Open = 8;
    public const double Language = 15;

    /// <summary>Both sides signed what they expect of each other: fewer people come back for nothing.</summary>
    public const double Convention = 10;

    /// <summary>Somebody said that there is room. Silence is no reason, nor is a waiting list one against.</summary>
    public const double Room = 6;

    /// <summary>A perfect record; nothing up to <see cref="FairQuality"/>, which says little of a service.</summary>
    public const double Quality = 4;
    public const double FairQuality = 0.5;

    public static int Hundredths(double points) => (int)Math.Round(points * 100);

    public static int OfDistance(float squaredChord) =>
        (int)((float)(Distance * 100) / (1 + (UnitVector.Meters(squaredChord) / (float)HalvingMeters)) + 0.5f);

    public static int OfDelay(double days) => Hundredths(UsualDelay / (1 + (days / HalvingDays)));

    public static int OfRoom(Capacity? capacity, DateOnly day) => capacity is not null && Capacity.HasRoom(capacity, day) ? Hundredths(Room) : 0;

    public static int OfQuality(DirectoryEntry entry, DateOnly day)
    {
        var score = Domain.Quality.Of(entry.Service, entry.Structure, entry.Record.FreshOn, day).Score;
        return score <= FairQuality ? 0 : Hundredths(Quality * (score - FairQuality) / (1 - FairQuality));
    }
}
