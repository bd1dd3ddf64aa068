using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>How many professionals of a row hold a skill: a number, and a colour that says the same of their share.</summary>
/// <param name="Text">12 (60 %), or that it is not given.</param>
/// <param name="Tone">Class of its colour.</param>
public sealed record HeatCell(string Text, string Tone)
{
    /// <summary>The colours, from the palest on, each with what it stands for.</summary>
    public static IReadOnlyList<(string Tone, string Text)> Legend { get; } =
        [("heat-0", "personne"), ("heat-1", "moins d’un quart"), ("heat-2", "d’un quart à la moitié"), ("heat-3", "de la moitié aux trois quarts"), ("heat-4", "les trois quarts ou plus")];

    /// <summary>The cells of a row, in the order of the columns.</summary>
    public static IEnumerable<HeatCell> Of(HeatMapRow row) => row.Holders.Select(holders => Of(holders, row.Persons));

    /// <summary>A cell.</summary>
    /// <param name="holders">Who holds the skill; less than 0 when it is not given.</param>
    /// <param name="persons">Who is there; less than 0 when it is not given.</param>
    public static HeatCell Of(int holders, int persons)
    {
        if (holders < 0) return new(SeatFigureLine.Withheld, "");
        if (holders == 0) return new("0", "heat-0");
        // Without the number of persons there is no share to show.
        if (persons <= 0) return new(French.Number(holders), "");
        var share = (double)holders / persons;
        return new($"{French.Number(holders)} ({French.Share(share)})", share switch { < 0.25 => "heat-1", < 0.5 => "heat-2", < 0.75 => "heat-3", _ => "heat-4" });
    }
}
