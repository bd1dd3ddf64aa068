using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a governance body.</summary>
public sealed class BodyForm
{
    private const string Prefix = "institutions/";

    /// <summary>Who sits in it.</summary>
    public static readonly RowTable Members = new("members", "membre", ("institution", "institution", "Institution"), ("professional", "personne", "Qui"), ("function", "fonction", "En qualité de"));

    private static readonly FormControls Controls = new("body", ("title", "titre", "Nom"), ("kind", "nature", "Nature"), ("purpose", "objet", "À quoi elle sert"), ("members", "membre-0-institution", "Membres"));

    private readonly PartReading _reading;

    private BodyForm(PartReading reading, Body body) => (_reading, Body) = (reading, body);

    /// <summary>What is sent.</summary>
    public Body Body { get; }

    /// <summary>What a body may be.</summary>
    public static IReadOnlyList<(string Value, string Text)> Kinds { get; } =
        [.. Enum.GetValues<Body.Types.Kind>().Where(kind => kind != default).Select(kind => (kind.ToString(), Label.OfConvention("body", kind)))];

    /// <summary>A body as the form shows it.</summary>
    public static FormValues ValuesOf(Body body)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["titre"] = body.Title, ["nature"] = body.Kind.ToString(), ["objet"] = body.Purpose };
        FormRows.Write(values, Members.Word, body.Members, (member, write) =>
        {
            write("institution", ResourceId.Of(member.Institution));
            write("personne", member.Professional);
            write("fonction", member.Function);
        });
        return new(values);
    }

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the body; empty for a new one, which gets its own from its title.</param>
    public static BodyForm Of(FormValues values, string name)
    {
        var reading = new PartReading(values);
        return new(reading, new()
        {
            Name = name.Length > 0 ? name : "bodies/" + (StableKey.Slug(values.Text("titre")) is { Length: > 0 } slug ? slug : "instance"),
            Title = values.Text("titre"),
            Kind = Enum.TryParse<Body.Types.Kind>(values.Text("nature"), out var kind) ? kind : default,
            Purpose = values.Text("objet"),
            Members =
            {
                reading.Rows(Members, ["institution", "personne"], row => new Member
                {
                    Institution = row.Has("institution") ? Prefix + row.Text("institution") : "",
                    Professional = row.Text("personne"),
                    Function = row.Text("fonction"),
                }),
            },
        });
    }

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => Controls.Together(_reading.Problems, problem, path =>
        path.StartsWith("members[", StringComparison.Ordinal) && _reading.RowOf(Members, path["members[".Length..].Split(']')[0]) is { } row
            ? (FormRows.Control(Members.Word, row, path.EndsWith("professional", StringComparison.Ordinal) ? "personne" : path.EndsWith("function", StringComparison.Ordinal) ? "fonction" : "institution"), "Membre")
            : path == "name" ? ("titre", "Nom") : null);
}
