using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What it costs and who pays, by year.</summary>
public sealed class FinancingPart() : ContentPart("financement", "Plan de financement", "Ce que cela coûte et qui paie, par année. Chaque année, les financements doivent couvrir exactement les dépenses. Effacer une ligne la retire.")
{
    public static RowTable Costs { get; } = new(
        "financing.costs", "depense",
        ("label", "texte", "Dépense"),
        ("year", "annee", "Année"),
        ("quantity", "quantite", "Quantité"),
        ("unit_cents", "prix", "Prix de l’unité, en euros"));

    public static RowTable Fundings { get; } = new(
        "financing.fundings", "financement",
        ("funder", "texte", "Financeur"),
        ("year", "annee", "Année"),
        ("institution", "partie", "Partie"),
        ("planned_cents", "somme", "Somme, en euros"),
        ("share_basis_points", "part", "Part, en %"));

    public override IReadOnlyList<RowTable> Tables => [Costs, Fundings];

    public override void Write(Content content, Dictionary<string, StringValues> into)
    {
        var plan = content.Financing ?? new();
        FormRows.Write(into, Costs.Word, plan.Costs, (cost, write) =>
        {
            write("texte", cost.Label);
            write("annee", Number(cost.Year));
            write("quantite", Number(cost.Quantity));
            write("prix", FinancingTotals.Field(cost.UnitCents));
        });
        FormRows.Write(into, Fundings.Word, plan.Fundings, (funding, write) =>
        {
            write("cle", funding.Key);
            write("texte", funding.Funder);
            write("annee", Number(funding.Year));
            write("partie", funding.Institution);
            write("somme", FinancingTotals.Field(funding.PlannedCents));
            write("part", FinancingTotals.Field(funding.ShareBasisPoints));
        });
    }

    public override void Read(PartReading reading, Content into)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var plan = new FinancingPlan
        {
            Costs =
            {
                reading.Rows(Costs, ["texte", "prix"], row => new Cost { Label = row.Text("texte"), Year = row.Number("annee"), Quantity = row.Number("quantite"), UnitCents = row.Cents("prix") }),
            },
            Fundings =
            {
                reading.Rows(Fundings, ["texte", "somme"], row => new Funding
                {
                    Key = StableKey.Of(row.Text("cle"), $"{row.Text("texte")} {row.Text("annee")}", "financement", taken),
                    Funder = row.Text("texte"),
                    Year = row.Number("annee"),
                    Institution = row.Text("partie"),
                    PlannedCents = row.Cents("somme"),
                    ShareBasisPoints = row.BasisPoints("part"),
                }),
            },
        };
        into.Financing = plan.Costs.Count + plan.Fundings.Count > 0 ? plan : null;
    }

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
