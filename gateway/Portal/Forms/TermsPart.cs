using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Who may refer what to whom.</summary>
public sealed class TermsPart() : ContentPart("orientations", "Orientations permises", "Qui peut orienter qui, vers quoi et à quelles conditions : le réseau l’applique dès que toutes les parties ont signé. Vider « De » retire la ligne.")
{
    // Always sent: without them there is no referral.
    private static readonly string[] AlwaysShared = ["identity", "need"];
    private static readonly char[] Separators = [',', ';', '\n'];

    public static RowTable Table { get; } = new(
        "referral_terms", "regle",
        ("from", "de", "De"),
        ("to", "vers", "Vers"),
        ("clause", "clause", "Clause"),
        ("themes", "themes", "Thèmes"),
        ("services", "services", "Services"),
        ("fields", "champs", "Informations transmises"),
        ("delays.acknowledge", "accuse", "Accuser réception sous"),
        ("delays.decide", "reponse", "Répondre sous"),
        ("delays.escalate", "relais", "Prévenir le relais au bout de"),
        ("monthly_capacity", "capacite", "Orientations par mois"),
        ("required_habilitations", "habilitations", "Habilitations demandées"));

    public override IReadOnlyList<RowTable> Tables => [Table];

    /// <summary>What may be left out of the person's file.</summary>
    public static IReadOnlyList<(string Value, string Text)> Shareable { get; } = [.. ReferralForm.Shareable.Select(field => (field, Label.Shared(field)))];

    public override void Write(Content content, Dictionary<string, StringValues> into) => FormRows.Write(into, Table.Word, content.ReferralTerms, (terms, write) =>
    {
        write("de", terms.From);
        write("vers", terms.To);
        write("clause", terms.Clause);
        write("themes", terms.Themes.ToArray());
        write("services", terms.Services.ToArray());
        write("restreint", terms.Fields.Count > 0 ? "oui" : "");
        write("champs", terms.Fields.Except(AlwaysShared, StringComparer.Ordinal).ToArray());
        write("accuse", Number(terms.Delays?.Acknowledge));
        write("reponse", Number(terms.Delays?.Decide));
        write("relais", Number(terms.Delays?.Escalate));
        write("capacite", Number(terms.MonthlyCapacity));
        write("habilitations", string.Join(", ", terms.RequiredHabilitations));
    });

    public override void Read(PartReading reading, Content into) => Replace(into.ReferralTerms, reading.Rows(Table, ["de"], row => new ReferralTerms
    {
        From = row.Text("de"),
        To = row.Text("vers"),
        Clause = row.Text("clause"),
        Themes = { row.All("themes") },
        Services = { row.All("services") },
        // An empty list would mean everything.
        Fields = { row.Has("restreint") ? [.. AlwaysShared, .. row.All("champs")] : (string[])[] },
        Delays = new() { Acknowledge = row.Number("accuse"), Decide = row.Number("reponse"), Escalate = row.Number("relais") },
        MonthlyCapacity = row.Number("capacite"),
        RequiredHabilitations = { row.Text("habilitations").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
    }));

    private static string Number(int? number) => number is > 0 and var known ? known.ToString(CultureInfo.InvariantCulture) : "";
}
