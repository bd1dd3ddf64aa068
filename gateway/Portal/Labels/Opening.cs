using Reseau.Kernel.Calendar;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>When a service or its place is open, in French, on the clock and with the holidays of where it is.</summary>
public static class Opening
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    /// <summary>The hours that count for a service: its own, or else its place's.</summary>
    public static string HoursOf(Service service, Structure? place) => service.OpeningHours.Length > 0 ? service.OpeningHours : place?.OpeningHours ?? "";

    /// <summary>"Ouvert jusqu'à 17 h"; nothing for hours that are not known or not understood.</summary>
    public static string Now(string notation, string commune, TimeProvider clock)
    {
        if (notation.Length == 0 || OpeningHours.Parse(notation) is not { } hours) return "";
        var where = FrenchPlace.Of(commune);
        return French.Sentence(FrenchHours.Now(hours, where.LocalTime(clock.GetUtcNow()), where.Holidays, Horizon));
    }

    /// <summary>One line for each thing to say.</summary>
    public static IEnumerable<string> Lines(string notation) => notation.Length == 0 ? [] : FrenchHours.Lines(notation).Select(French.Sentence);
}
