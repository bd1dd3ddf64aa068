using System.Globalization;
using Reseau.Kernel;

namespace Reseau.Referrals.Subscriptions;

/// <summary>A service of the directory, as far as a referral needs it: kept here so that sending never waits for another service.</summary>
public sealed class KnownServiceRow
{
    /// <summary><c>services/{service}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Institution id that answers.</summary>
    public required string Institution { get; set; }

    /// <summary>Whether it takes referrals; false once archived.</summary>
    public bool AcceptsReferrals { get; set; }

    /// <summary><c>structures/{structure}</c> where it is given; null until the directory has said it.</summary>
    public string? Structure { get; set; }

    /// <summary>Whether it said that it takes nobody.</summary>
    public bool Closed { get; set; }

    /// <summary>Last day of that; null until it says otherwise.</summary>
    public DateOnly? ClosedUntil { get; set; }

    /// <summary>When whoever is asked for first is away, as ISO 8601 intervals of days with a space between two; null = never said.</summary>
    public string? Away { get; set; }

    /// <summary>When whoever is asked for first is away.</summary>
    public IReadOnlyList<Absence> Absences() =>
        [.. (Away ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(interval => interval.Split('/')).Select(days => new Absence(Day(days[0]), Day(days[1])))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
