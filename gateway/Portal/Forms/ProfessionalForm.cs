using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes the record of a professional: their institution's, or their own, which leaves the departure to the institution.</summary>
public sealed class ProfessionalForm
{
    private static readonly FormControls Controls = new(
        "professional",
        ("last_name", "nom", "Nom"),
        ("first_name", "prenom", "Prénom"),
        ("email", "courriel", "Courriel professionnel"),
        ("function", "fonction", "Fonction"),
        ("sites", "lieux", "Lieux de travail"),
        ("arrival_date", "arrivee", "Premier jour"),
        ("departure_date", "depart", "Dernier jour"),
        ("permanences", "permanences", "Permanences"));

    private readonly PartReading _reading;

    private ProfessionalForm(PartReading reading, Professional professional) => (_reading, Professional) = (reading, professional);

    /// <summary>What is sent.</summary>
    public Professional Professional { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="known">The record as it is; empty for a new one.</param>
    /// <param name="own">Whether the person writes their own.</param>
    public static ProfessionalForm Of(FormValues values, Professional known, bool own)
    {
        var reading = new PartReading(values);
        return new(reading, new()
        {
            Name = known.Name,
            LastName = values.Text("nom"),
            FirstName = values.Text("prenom"),
            Email = values.Text("courriel"),
            Function = Enum.TryParse<Function>(values.Text("fonction"), out var function) ? function : default,
            Sites = { values.All("lieux") },
            ArrivalDate = reading.Day("arrivee", "Premier jour"),
            DepartureDate = own ? known.DepartureDate : reading.Day("depart", "Dernier jour"),
            Permanences = values.Text("permanences"),
        });
    }

    /// <summary>A record as the form shows it.</summary>
    public static FormValues ValuesOf(Professional professional) => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
    {
        ["nom"] = professional.LastName,
        ["prenom"] = professional.FirstName,
        ["courriel"] = professional.Email,
        ["fonction"] = professional.Function == default ? "" : professional.Function.ToString(),
        ["lieux"] = professional.Sites.ToArray(),
        ["arrivee"] = FrenchInput.Field(professional.ArrivalDate),
        ["depart"] = FrenchInput.Field(professional.DepartureDate),
        ["permanences"] = professional.Permanences,
    });

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Reason == "PROFESSIONAL_ALREADY_EXISTS"
        ? [.. _reading.Problems, Controls.Wrong("courriel", problem.Sentence)]
        : Controls.Together(_reading.Problems, problem);
}
