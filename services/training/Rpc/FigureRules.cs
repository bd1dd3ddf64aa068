using Reseau.Kernel;
using Reseau.Training.Domain.Figures;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>What figures may be asked for.</summary>
internal static class FigureRules
{
    /// <summary>What rows stand for; institutions unless said otherwise.</summary>
    /// <param name="rows">As asked.</param>
    /// <param name="allowed">What rows of these figures may stand for.</param>
    /// <param name="violations">Collects what is wrong.</param>
    public static FigureRows Rows(Contract.FigureRows rows, FigureRows[] allowed, Violations violations)
    {
        var asked = rows == Contract.FigureRows.Unspecified ? FigureRows.Institution : (FigureRows)rows;
        if (!allowed.Contains(asked)) violations.Add("rows", "UNKNOWN_VALUE", "These figures have no such rows.", "Ce regroupement n'existe pas pour ces chiffres.");
        return asked;
    }
}
