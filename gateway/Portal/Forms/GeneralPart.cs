using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Labels;
using Level = Reseau.Conventions.V1.Signature.Types.Level;
using Type = Reseau.Conventions.V1.Variable.Types.Type;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Title, dates, how it is signed, and what the variables of the text are worth.</summary>
public sealed class GeneralPart() : ContentPart("essentiel", "Titre, dates et valeurs du texte", "De quoi il s’agit, de quand à quand, et ce que le texte laisse à remplir.")
{
    protected override IReadOnlyList<(string Field, string Control, string Label)> Fields { get; } =
    [
        ("title", "titre", "Titre"),
        ("kind", "nature", "Nature"),
        ("start_date", "debut", "Premier jour"),
        ("end_date", "fin", "Dernier jour"),
        ("notice_days", "preavis", "Préavis"),
        ("sign_before", "signer-avant", "À signer au plus tard le"),
        ("signing_order", "ordre", "Ordre des signatures"),
        ("signature_level", "niveau", "Niveau de signature"),
    ];

    /// <summary>The levels of signatures, as regulation (EU) 910/2014 calls them.</summary>
    public static IReadOnlyList<(string Value, string Text)> Levels { get; } =
    [
        .. Enum.GetValues<Level>().Where(level => level > Level.Simple).Select(level => (level.ToString(), $"{Label.OfConvention("level", level)} : il faut un prestataire, et aucun n’est relié à Réseau")),
    ];

    /// <summary>The control of a variable.</summary>
    public static string Control(Variable variable) => "valeur-" + variable.Key;

    public override void Write(Content content, Dictionary<string, StringValues> into)
    {
        into["titre"] = content.Title;
        into["nature"] = content.Kind.ToString();
        into["debut"] = DayField(content.StartDate);
        into["fin"] = DayField(content.EndDate);
        into["signer-avant"] = DayField(content.SignBefore);
        into["preavis"] = content.NoticeDays > 0 ? content.NoticeDays.ToString(CultureInfo.InvariantCulture) : "";
        into["niveau"] = content.SignatureLevel > Level.Simple ? content.SignatureLevel.ToString() : "";
        into["ordre"] = content.SigningOrder == Convention.Types.SigningOrder.Sequential ? "suite" : "";
        foreach (var variable in content.Variables)
        {
            var value = content.Values.FirstOrDefault(value => value.Key == variable.Key)?.Value_ ?? "";
            into[Control(variable)] = variable.Type switch
            {
                Type.Money => value.Replace('.', ','),
                Type.Institution => value.StartsWith("institutions/", StringComparison.Ordinal) ? value["institutions/".Length..] : value,
                _ => value,
            };
        }
    }

    public override void Read(PartReading reading, Content into)
    {
        var values = reading.Values;
        into.Title = values.Text("titre");
        // A template has said it already.
        if (into.Template.Length == 0) into.Kind = Enum.TryParse<ConventionKind>(values.Text("nature"), out var kind) ? kind : default;
        into.StartDate = reading.Day("debut", "Premier jour");
        into.EndDate = reading.Day("fin", "Dernier jour");
        into.SignBefore = reading.Day("signer-avant", "À signer au plus tard le");
        into.NoticeDays = reading.Number("preavis", "Préavis");
        into.SigningOrder = values.Has("ordre") ? Convention.Types.SigningOrder.Sequential : Convention.Types.SigningOrder.Parallel;
        into.SignatureLevel = Enum.TryParse<Level>(values.Text("niveau"), out var level) ? level : Level.Simple;
        Replace(into.Values, [.. into.Variables.Select(variable => new Value { Key = variable.Key, Value_ = ValueOf(variable, reading) }).Where(value => value.Value_.Length > 0)]);
    }

    protected override (string Control, string Label)? ControlOf(string path, PartReading reading)
    {
        // A value that is refused is named by the key of its variable, or by its place among those sent.
        if (!path.StartsWith("values", StringComparison.Ordinal)) return base.ControlOf(path, reading);
        var named = reading.Values;
        foreach (var key in named.Names.Where(name => name.StartsWith("valeur-", StringComparison.Ordinal)))
        {
            if (path.Contains($"[{key["valeur-".Length..]}]", StringComparison.Ordinal)) return (key, "");
        }

        var sent = named.Names.Where(name => name.StartsWith("valeur-", StringComparison.Ordinal) && named.Has(name)).ToList();
        var index = path.IndexOf('[', StringComparison.Ordinal);
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return index > 0 && end > index && int.TryParse(path[(index + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var item) && item < sent.Count ? (sent[item], "") : null;
    }

    private static string ValueOf(Variable variable, PartReading reading)
    {
        var (control, text) = (Control(variable), reading.Values.Text(Control(variable)));
        if (text.Length == 0) return "";
        switch (variable.Type)
        {
            case Type.Date:
                return FrenchInput.Day(text, control, variable.Label, reading.Problems) is { } day ? FrenchInput.Field(day) : "";
            case Type.Money:
                return (reading.Cents(control, variable.Label) / 100m).ToString("0.##", CultureInfo.InvariantCulture);
            case Type.Number:
                return reading.Number(control, variable.Label).ToString(CultureInfo.InvariantCulture);
            case Type.Institution:
                return "institutions/" + text;
            default:
                return text;
        }
    }

    private static string DayField(Google.Type.Date? date) => French.DayOf(date) is { } day ? FrenchInput.Field(day) : "";
}
