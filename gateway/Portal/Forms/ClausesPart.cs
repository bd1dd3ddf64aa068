using Google.Protobuf.Collections;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The clauses, in their order.</summary>
public sealed class ClausesPart() : ContentPart("clauses", "Clauses", "Le texte que les parties signent. Effacer le titre et le texte d’une clause la retire ; changer son rang la déplace.")
{
    public static RowTable Table { get; } = new("clauses", "clause", ("title", "titre", "Titre de la clause"), ("text", "texte", "Texte de la clause"));

    public override IReadOnlyList<RowTable> Tables => [Table];

    protected override IReadOnlyList<(string Field, string Control, string Label)> Fields { get; } = [("clauses", FormRows.Control(Table.Word, 0, "titre"), "Clauses")];

    public override void Write(Content content, Dictionary<string, StringValues> into) => Write(content.Clauses, into);

    public override void Read(PartReading reading, Content into) => Read(reading, into.Clauses);

    /// <summary>Clauses of a convention or of a template, as their form shows them.</summary>
    public static void Write(IReadOnlyList<Clause> clauses, Dictionary<string, StringValues> into) => FormRows.Write(into, Table.Word, clauses, (clause, write) =>
    {
        write("cle", clause.Key);
        write("titre", clause.Title);
        write("texte", clause.Text);
    });

    /// <summary>Reads them; a new one gets its key from its title.</summary>
    public static void Read(PartReading reading, RepeatedField<Clause> into)
    {
        // Known keys first: a new clause must not take one of a clause further down.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var rows = reading.Rows(Table, ["titre", "texte"], row => (Key: row.Text("cle"), Title: row.Text("titre"), Text: row.Text("texte")));
        var reserved = rows.Select(row => row.Key).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        Replace(into, rows.Select(row =>
        {
            if (row.Key.Length == 0) taken.UnionWith(reserved);
            return new Clause { Key = row.Key.Length > 0 ? row.Key : StableKey.Of("", row.Title, "clause", taken), Title = row.Title, Text = row.Text };
        }));
    }
}
