using Microsoft.AspNetCore.WebUtilities;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which needs are counted, as the address of the page and of its file holds it.</summary>
/// <param name="By">Word of what rows stand for, beside what is missing.</param>
/// <param name="State">Name of a state of the contract; empty for those that wait for their answer.</param>
public sealed record NeedFiguresForm(string By, string State)
{
    private const string ByFunction = "fonction";

    /// <summary>What rows may stand for instead of institutions, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Others { get; } = [(ByFunction, "Fonction")];

    /// <summary>What the rows are.</summary>
    public FigureRows Rows => By == ByFunction ? FigureRows.Function : FigureRows.Institution;

    /// <summary>What the rows are, in words.</summary>
    public string RowsTitle => By == ByFunction ? "Fonction" : "Institution";

    public static NeedFiguresForm Of(IQueryCollection query) => new(query["par"].ToString(), query["etat"].ToString());

    public GetNeedFiguresRequest ToRequest()
    {
        var request = new GetNeedFiguresRequest { Rows = Rows };
        if (Enum.TryParse<Need.Types.State>(State, out var state) && state != default) request.States.Add(state);
        return request;
    }

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page, new[] { ("par", By), ("etat", State) }.Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
