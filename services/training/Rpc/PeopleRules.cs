using System.Net.Mail;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>What professionals, skills and rules must look like, whether they come one by one or in a file. Everything is checked, then answered at once.</summary>
internal static class PeopleRules
{
    /// <summary>Longest words that show something, or say why.</summary>
    public const int WordsLength = 500;

    private const int NameLength = 100;
    private const int TitleLength = 150;
    private const int EmailLength = 254;
    private const int DescriptionLength = 1000;
    private const int SourceLength = 300;
    private const int MostSites = 20;
    private const int MostSkills = 100;
    private const int LongestDuration = 600;
    private const int LongestWindow = 730;
    private static readonly DateOnly FirstGrant = new(2000, 1, 1);

    /// <summary>Who a professional is, and what is said of them.</summary>
    public static (PersonDetails Details, ProfessionalFacts Facts) Professional(Contract.Professional said, Violations violations)
    {
        var details = new PersonDetails(Name("professional.last_name", said.LastName, violations), Name("professional.first_name", said.FirstName, violations), Email(said.Email, violations));
        if (said.Sites.Count > MostSites) violations.Add("professional.sites", "TOO_MANY", $"There are more than {MostSites} sites.", "Cette liste est limitée à 20 lieux.");
        var (arrival, departure) = (violations.Day("professional.arrival_date", said.ArrivalDate), violations.Day("professional.departure_date", said.DepartureDate));
        if (departure < arrival) violations.Add("professional.departure_date", "BEFORE_ARRIVAL", "The departure is before the arrival.", "Le départ est antérieur à l'arrivée.");
        var permanences = violations.Optional("professional.permanences", said.Permanences, WordsLength);
        if (permanences.Length > 0 && OpeningHours.Parse(permanences) is null)
            violations.Add("professional.permanences", "NOT_OPENING_HOURS", "Not opening_hours of OpenStreetMap.", "Ces horaires ne se lisent pas : écrivez-les comme « Mo,We 09:00-12:00 ».");
        return (details, new(
            FieldRules.Value<Contract.Function, Function>(said.Function, "professional.function", violations),
            [.. said.Sites.Select((site, i) => ResourceName.Parse(site, "structures", $"professional.sites[{i}]", violations).ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            arrival, departure, permanences));
    }

    /// <summary>Skills by one's own judgement, by name.</summary>
    public static ValueList<DeclaredSkill> Declared(IReadOnlyList<Contract.DeclaredSkill> said, Violations violations)
    {
        if (said.Count > MostSkills) violations.Add("skills", "TOO_MANY", $"There are more than {MostSkills} skills.", "Cette liste est limitée à 100 compétences.");
        if (said.GroupBy(skill => skill.Skill, StringComparer.Ordinal).Any(same => same.Count() > 1)) violations.Add("skills", "NOT_UNIQUE", "A skill is there twice.", "Une compétence est citée deux fois : gardez-en une.");
        return [.. said.Select((skill, i) => new DeclaredSkill(
            ResourceName.Parse(skill.Skill, "skills", $"skills[{i}].skill", violations).ToString(),
            FieldRules.Value<Contract.SkillLevel, SkillLevel>(skill.Level, $"skills[{i}].level", violations))).OrderBy(skill => skill.Skill, StringComparer.Ordinal)];
    }

    /// <summary>A skill.</summary>
    public static Skill Skill(Contract.Skill said, Violations violations) => new(
        FieldRules.ChosenName(said.Name, "skills", "skill.name", violations),
        violations.Required("skill.label", said.Label, NameLength),
        violations.Required("skill.family", said.Family, NameLength),
        violations.Optional("skill.description", said.Description, WordsLength),
        said.Retired);

    /// <summary>A rule.</summary>
    public static HabilitationRule Rule(Contract.HabilitationRule said, Violations violations)
    {
        if (said is { ByTraining: false, ByEvidence: false, Retired: false })
            violations.Add("rule.by_evidence", "REQUIRED", "Nothing gives it.", "Dites ce qui la donne : une formation suivie, une preuve, ou les deux.");
        Range(said.DurationMonths, LongestDuration, "rule.duration_months", "Indiquez de 0 (sans fin) à 600 mois.", violations);
        Range(said.RenewalWindowDays, LongestWindow, "rule.renewal_window_days", "Indiquez de 0 à 730 jours.", violations);
        return new(
            FieldRules.ChosenName(said.Name, HabilitationRule.Collection, "rule.name", violations),
            violations.Required("rule.title", said.Title, TitleLength),
            violations.Optional("rule.description", said.Description, DescriptionLength),
            said.ByTraining, said.ByEvidence, said.DurationMonths, said.RenewalWindowDays,
            violations.Optional("rule.source", said.Source, SourceLength),
            said.Retired);
    }

    /// <summary>The day of something that was shown.</summary>
    public static DateOnly PastDay(Google.Type.Date? said, DateOnly today, Violations violations)
    {
        var day = RequiredDay(said, violations);
        if (day > today) violations.Add("date", "IN_THE_FUTURE", "The date lies in the future.", "Cette date n'est pas encore venue.");
        return day;
    }

    /// <summary>The first day of a habilitation.</summary>
    public static DateOnly FirstDay(Google.Type.Date? said, DateOnly today, Violations violations)
    {
        var day = RequiredDay(said, violations);
        if (said is not null && (day < FirstGrant || day > today.AddYears(1)))
            violations.Add("date", "OUT_OF_RANGE", "The date is before 2000, or more than a year ahead.", "Indiquez une date entre le 1er janvier 2000 et dans un an.");
        return day;
    }

    /// <summary>Words that must be there.</summary>
    public static string Words(string field, string said, Violations violations)
    {
        var words = violations.FreeText(field, said, WordsLength);
        if (words.Length == 0) violations.Add(field, "REQUIRED", $"{field} is required.", "Ce champ est obligatoire.");
        return words;
    }

    // A name never begins like a formula, which a spreadsheet that reads our exports would run.
    private static string Name(string field, string said, Violations violations)
    {
        var name = violations.Required(field, said, NameLength);
        if (name.Length > 0 && (name[0] is '=' or '+' or '-' or '@' || name.Any(char.IsControl)))
            violations.Add(field, "NOT_A_NAME", $"{field} is not a name.", "Ceci n'est pas un nom : il commence comme une formule, ou contient un caractère invisible.");
        return name;
    }

    private static string Email(string said, Violations violations)
    {
        var email = violations.Optional("professional.email", said, EmailLength).ToLowerInvariant();
        if (email.Length > 0 && (!MailAddress.TryCreate(email, out var mail) || mail.Address != email || email.Any(char.IsControl)))
            violations.Add("professional.email", "NOT_AN_EMAIL", "Not an e-mail address.", "Cette adresse électronique n'est pas valable.");
        return email;
    }

    private static DateOnly RequiredDay(Google.Type.Date? said, Violations violations)
    {
        if (said is null) violations.Add("date", "REQUIRED", "date is required.", "Indiquez la date.");
        return violations.Day("date", said) ?? FirstGrant;
    }

    private static void Range(int number, int most, string field, string french, Violations violations)
    {
        if (number < 0 || number > most) violations.Add(field, "OUT_OF_RANGE", $"{field} is between 0 and {most}.", french);
    }
}
