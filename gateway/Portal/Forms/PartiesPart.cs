using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Who is bound, and who signs for them.</summary>
public sealed class PartiesPart() : ContentPart("parties", "Parties et signataires", "Les institutions que la convention engage, dans l’ordre où elles signent s’il y en a un. Effacer l’institution d’une ligne la retire.")
{
    private const string Prefix = "institutions/";

    public static RowTable Table { get; } = new(
        "parties", "partie",
        ("institution", "institution", "Institution"),
        ("display_name", "nom", "Nom dans le document"),
        ("called", "appel", "Ainsi nommée"),
        ("signatory", "signataire", "Qui signe"),
        ("function", "fonction", "En qualité de"),
        ("mandate", "mandat", "Ce qui donne le pouvoir de signer"));

    public override IReadOnlyList<RowTable> Tables => [Table];

    protected override IReadOnlyList<(string Field, string Control, string Label)> Fields { get; } = [("parties", FormRows.Control(Table.Word, 0, "institution"), "Parties")];

    public override void Write(Content content, Dictionary<string, StringValues> into) => FormRows.Write(into, Table.Word, content.Parties, (party, write) =>
    {
        write("institution", party.Institution.StartsWith(Prefix, StringComparison.Ordinal) ? party.Institution[Prefix.Length..] : party.Institution);
        write("nom", party.DisplayName);
        write("appel", party.Called);
        write("signataire", party.Signatory);
        write("fonction", party.Function);
        write("mandat", party.Mandate);
    });

    public override void Read(PartReading reading, Content into) => Replace(into.Parties, reading.Rows(Table, ["institution", "nom", "signataire"], row => new Party
    {
        Institution = row.Has("institution") ? Prefix + row.Text("institution") : "",
        DisplayName = row.Text("nom"),
        Called = row.Text("appel"),
        Signatory = row.Text("signataire"),
        Function = row.Text("fonction"),
        Mandate = row.Text("mandat"),
    }));
}
