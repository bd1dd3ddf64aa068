using Reseau.Partners.V1;
using static Reseau.Partners.V1.Capacity.Types;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>What a declared capacity means today, in words; a waiting list or a closing that is over means open again.</summary>
/// <param name="Kind">done, warning or problem: the colour; the words say the same.</param>
/// <param name="Text">For a badge.</param>
public sealed record Room(string Kind, string Text)
{
    /// <summary>Null when nothing was said.</summary>
    public static Room? Of(Capacity? capacity, DateOnly today)
    {
        if (capacity is null or { State: State.Unspecified }) return null;

        var until = French.DayOf(capacity.UntilDate);
        var state = until < today ? State.Open : capacity.State;
        var seats = capacity.HasSeats && capacity.State == State.Open ? capacity.Seats : (int?)null;
        return (state, seats) switch
        {
            (State.Open, 0) => new("problem", "Complet" + Next(capacity, today)),
            (State.Open, { } left) => new("done", French.Count(left, "place disponible", "places disponibles")),
            (State.Open, null) => new("done", "Place disponible"),
            (State.WaitingList, _) => new("warning", "Liste d’attente" + Until(until) + Next(capacity, today)),
            _ => new("problem", "Complet" + Until(until) + Next(capacity, today)),
        };
    }

    private static string Until(DateOnly? until) => until is { } day ? $" jusqu’au {French.Day(day)}" : "";

    private static string Next(Capacity capacity, DateOnly today) =>
        French.DayOf(capacity.NextFreeDate) is { } day && day >= today ? $", prochaine place le {French.Day(day)}" : "";
}
