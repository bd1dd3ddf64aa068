using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>A figure of seats as pages and files show it: no number without the sentence that says what is counted.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Value">How it is written.</param>
public sealed record SeatFigureLine(string Title, string Definition, Func<SeatFigureRow, string> Value)
{
    /// <summary>What stands for a number that is not given.</summary>
    public const string Withheld = "moins de 5";

    private const string Nothing = "–";

    /// <summary>All of them, from the seats to what they cost.</summary>
    public static IReadOnlyList<SeatFigureLine> All { get; } =
    [
        // Seats are not those of one institution: the service counts them by course, and for all.
        new("Places offertes", "Places des sessions qui ont eu lieu, par formation et pour l’ensemble.", row => row.SeatsOffered == 0 ? Nothing : Count(row.SeatsOffered)),
        new("Personnes venues", "Jusqu’au bout ou en partie.", row => Count(row.Attended)),
        new("Jusqu’au bout", "Présentes à toutes les demi-journées.", row => Count(row.Completed)),
        new("Absentes", "Avaient une place et ne sont pas venues.", row => Count(row.Absent)),
        new("Places rendues", "Ont rendu leur place avant la session.", row => Count(row.Withdrawn)),
        new("Refusées", "Leur responsable n’a pas donné son accord.", row => Count(row.Refused)),
        new("Sans place", "Attendaient une place et n’en ont pas eu.", row => Count(row.NotServed)),
        new("Coût", "Coût des places prises.", row => Money(row.CostCents)),
        new("Coût par personne formée", "Coût des places prises, pour chaque personne venue jusqu’au bout.", row => row.CostPerCompletedCents == 0 ? Nothing : Money(row.CostPerCompletedCents)),
    ];

    /// <summary>A count that may be withheld.</summary>
    public static string Count(int count) => count < 0 ? Withheld : French.Number(count);

    /// <summary>A sum that may be withheld.</summary>
    public static string Money(long cents) => cents < 0 ? Withheld : French.Money(cents);
}
