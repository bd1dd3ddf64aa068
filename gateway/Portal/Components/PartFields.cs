using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The fields of one part of a convention: what was typed or is known, what is wrong with it, and what may be chosen.</summary>
public abstract class PartFields : ComponentBase
{
    [Parameter, EditorRequired]
    public Content Content { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormValues Values { get; set; } = FormValues.Empty;

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>The institutions of the network.</summary>
    [Parameter]
    public IReadOnlyList<Institution> Institutions { get; set; } = [];

    protected IReadOnlyList<(string Value, string Text)> Parties =>
        [.. Content.Parties.Select(party => (party.Institution, party.DisplayName.Length > 0 ? party.DisplayName : NameOf(party.Institution)))];

    protected IReadOnlyList<(string Value, string Text)> Clauses => [.. Content.Clauses.Select((clause, index) => (clause.Key, $"{index + 1}. {clause.Title}"))];

    protected string Typed(string control) => Values.Text(control);

    protected string Typed(RowTable table, int row, string field) => Values.Text(FormRows.Control(table.Word, row, field));

    protected int Count(RowTable table) => FormRows.Count(Values, table.Word);

    private string NameOf(string institution) => Institutions.FirstOrDefault(known => known.Name == institution)?.DisplayName ?? ResourceId.Of(institution);
}
