namespace Reseau.Partners.Needs;

/// <summary>How often a theme was looked for in a commune on a day, without result. Nothing here comes from a person.</summary>
public sealed class UnmetNeedRow
{
    /// <summary>Day in France.</summary>
    public DateOnly Day { get; set; }

    /// <summary>data.inclusion theme or family; empty when none was chosen.</summary>
    public required string Theme { get; set; }

    /// <summary>INSEE code; empty when no commune was chosen.</summary>
    public required string Commune { get; set; }

    /// <summary>Its département; empty without a commune.</summary>
    public required string Departement { get; set; }

    /// <summary>Searches without result.</summary>
    public int Searches { get; set; }
}
