using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;

namespace Reseau.Training.Imports;

/// <summary>What some lines of a file would lead to, by what is known: records to make, records to bring up to date, and what stays.</summary>
internal sealed class ImportPlan
{
    /// <summary>Lines of nobody who is known.</summary>
    public List<ImportedLine> New { get; } = [];

    /// <summary>Records with what is new about them.</summary>
    public List<(Professional Current, PersonRow Person, PersonDetails Details, ProfessionalCorrected Event)> Changed { get; } = [];

    /// <summary>Lines that say what is known.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Lines that cannot be taken in.</summary>
    public List<RefusedImport> Refused { get; } = [];

    /// <summary>Looks up whom the lines speak of: by e-mail, or by name when either has none.</summary>
    public static async Task<ImportPlan> MakeAsync(TrainingDb db, string institution, ProfessionalsFile file, IReadOnlyList<ImportedLine> lines, CancellationToken cancellation)
    {
        var emails = lines.Select(line => line.Details.Email).Where(email => email.Length > 0).ToArray();
        var names = lines.Select(NameOf).Distinct(StringComparer.Ordinal).ToArray();
        var byEmail = await (
            from row in db.Professionals
            join person in db.Persons on row.Name equals person.Professional
            where row.Institution == institution && EF.Parameter(emails).Contains(person.Email)
            select new Known(row, person)).ToListAsync(cancellation);
        var byName = await (
            from row in db.Professionals
            join person in db.Persons on row.Name equals person.Professional
            where row.Institution == institution && EF.Parameter(names).Contains(row.PlainName)
            select new Known(row, person)).ToListAsync(cancellation);

        var plan = new ImportPlan();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var ofEmail = byEmail.ToDictionary(one => one.Person.Email, StringComparer.Ordinal);
        var ofName = byName.ToLookup(one => one.Row.PlainName, StringComparer.Ordinal);
        foreach (var line in lines) plan.Add(line, file, ofEmail, ofName, touched);
        return plan;
    }

    private void Add(ImportedLine line, ProfessionalsFile file, Dictionary<string, Known> ofEmail, ILookup<string, Known> ofName, HashSet<string> touched)
    {
        var match = line.Details.Email.Length > 0 ? ofEmail.GetValueOrDefault(line.Details.Email) : null;
        if (match is null)
        {
            var namesakes = ofName[NameOf(line)].Where(one => line.Details.Email.Length == 0 || one.Person.Email.Length == 0).Take(2).ToList();
            if (namesakes.Count > 1)
            {
                Refused.Add(new(line.Number, "email", FileProblems.Homonyms));
                return;
            }
            match = namesakes.FirstOrDefault();
        }
        if (match is null) New.Add(line);
        else if (!touched.Add(match.Row.Name)) Refused.Add(new(line.Number, "", FileProblems.SeenBefore));
        else Compare(line, file, match);
    }

    private void Compare(ImportedLine line, ProfessionalsFile file, Known known)
    {
        var (current, before) = (ProfessionalView.Read(known.Row), PersonDetails.Of(known.Person));
        var details = line.Details.Email.Length > 0 ? line.Details : line.Details with { Email = before.Email };
        var decision = ProfessionalDecider.Correct(current, Merged(line.Facts, current.Facts, file), byThemself: false, details != before, holder: null);
        if (decision.Events is [ProfessionalCorrected corrected]) Changed.Add((current, known.Person, details, corrected));
        else Unchanged++;
    }

    private static ProfessionalFacts Merged(ProfessionalFacts said, ProfessionalFacts known, ProfessionalsFile file) => new(
        said.Function,
        file.Has("sites") ? said.Sites : known.Sites,
        file.Has("arrival_date") ? said.Arrival : known.Arrival,
        file.Has("departure_date") ? said.Departure : known.Departure,
        file.Has("permanences") ? said.Permanences : known.Permanences);

    private static string NameOf(ImportedLine line) => PlainName.Of(line.Details.LastName, line.Details.FirstName);

    private sealed record Known(ProfessionalRow Row, PersonRow Person);
}
