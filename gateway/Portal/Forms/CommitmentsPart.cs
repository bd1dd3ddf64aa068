using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What parties promise, and the steps.</summary>
public sealed class CommitmentsPart() : ContentPart("engagements", "Engagements et étapes", "Ce que chacun promet, pour quand, et ce qui se passe l’un après l’autre. Effacer le texte d’une ligne la retire.")
{
    public static RowTable Commitments { get; } = new(
        "commitments", "engagement",
        ("text", "texte", "Ce qui est promis"),
        ("institution", "partie", "Qui promet"),
        ("clause", "clause", "Clause"),
        ("due_date", "pour-le", "Pour le"),
        ("referent", "contact", "À qui demander"));

    public static RowTable Steps { get; } = new("steps", "etape", ("label", "texte", "Étape"), ("planned_date", "prevue", "Prévue le"));

    public override IReadOnlyList<RowTable> Tables => [Commitments, Steps];

    public override void Write(Content content, Dictionary<string, StringValues> into)
    {
        FormRows.Write(into, Commitments.Word, content.Commitments, (commitment, write) =>
        {
            write("cle", commitment.Key);
            write("texte", commitment.Text);
            write("partie", commitment.Institution);
            write("clause", commitment.Clause);
            write("pour-le", DayField(commitment.DueDate));
            write("contact", commitment.Referent);
            write("condition", commitment.Condition ? "oui" : "");
        });
        FormRows.Write(into, Steps.Word, content.Steps, (step, write) =>
        {
            write("cle", step.Key);
            write("texte", step.Label);
            write("prevue", DayField(step.PlannedDate));
        });
    }

    public override void Read(PartReading reading, Content into)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        Replace(into.Commitments, reading.Rows(Commitments, ["texte"], row => new Commitment
        {
            Key = StableKey.Of(row.Text("cle"), row.Text("texte"), "engagement", taken),
            Text = row.Text("texte"),
            Institution = row.Text("partie"),
            Clause = row.Text("clause"),
            DueDate = row.Day("pour-le"),
            Referent = row.Text("contact"),
            Condition = row.Has("condition"),
        }));
        var named = new HashSet<string>(StringComparer.Ordinal);
        Replace(into.Steps, reading.Rows(Steps, ["texte"], row => new Step
        {
            Key = StableKey.Of(row.Text("cle"), row.Text("texte"), "etape", named),
            Label = row.Text("texte"),
            PlannedDate = row.Day("prevue"),
        }));
    }

    private static string DayField(Google.Type.Date? date) => French.DayOf(date) is { } day ? FrenchInput.Field(day) : "";
}
