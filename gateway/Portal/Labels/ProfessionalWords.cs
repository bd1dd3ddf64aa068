using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Sentences about professionals, what they hold, and what plans want of them.</summary>
public static class ProfessionalWords
{
    /// <summary>What stands where a record has no name any more.</summary>
    public const string Erased = "Fiche effacée";

    /// <summary>What professionals may do, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Functions { get; } =
        [.. Enum.GetValues<Function>().Where(function => function != default).Select(function => (function.ToString(), Of(function)))];

    /// <summary>How well a skill may be held, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Levels { get; } =
        [.. Enum.GetValues<SkillLevel>().Where(level => level != default).Select(level => (level.ToString(), Of(level)))];

    public static string Of(Function function) => Label.OfProfessional("function", function);

    public static string Of(SkillLevel level) => Label.OfProfessional("level", level);

    public static string Of(Plan.Types.State state) => Label.OfProfessional("plan", state);

    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(Plan.Types.State state) => state switch
    {
        Plan.Types.State.Draft => "warning",
        Plan.Types.State.Published => "done",
        _ => "",
    };

    /// <summary>A function by its name in the contract, such as <c>RECEPTION_AGENT</c>.</summary>
    public static string FunctionOf(string key) =>
        Enum.TryParse<Function>(key.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var function) ? Of(function) : key;

    /// <summary>First and last name, as people are called.</summary>
    public static string Name(Professional professional) => professional.Erased ? Erased : $"{professional.FirstName} {professional.LastName}";

    /// <summary>Whether they are there: nothing for who simply is.</summary>
    public static string Presence(Professional professional, DateOnly today) => (French.DayOf(professional.ArrivalDate), French.DayOf(professional.DepartureDate)) switch
    {
        (_, { } departure) when departure < today => $"Départ le {French.Day(departure)}",
        ({ } arrival, _) when arrival > today => $"Arrivée le {French.Day(arrival)}",
        (_, { } departure) => $"Présence jusqu’au {French.Day(departure)}",
        _ => "",
    };

    /// <summary>Where a habilitation stands, and the class of its colour.</summary>
    public static (string Word, string Tone) Standing(HeldHabilitation held, DateOnly today) => held switch
    {
        { Revoked: true } => ("Retirée", "problem"),
        { Holds: true } => ("Valable", "done"),
        _ when French.DayOf(held.ValidFrom) > today => ("Pas encore valable", "warning"),
        _ => ("Terminée", "problem"),
    };

    /// <summary>How long a habilitation lasts.</summary>
    public static string Duration(int months) => months switch
    {
        <= 0 => "Sans fin",
        _ when months % 12 == 0 => French.Count(months / 12, "an", "ans"),
        _ => French.Count(months, "mois", "mois"),
    };

    /// <summary>What gives a habilitation.</summary>
    public static string Source(HabilitationRule rule) => (rule.ByTraining, rule.ByEvidence) switch
    {
        (true, true) => "Une formation suivie jusqu’au bout, ou une preuve apportée à son institution",
        (true, false) => "Une formation suivie jusqu’au bout",
        (false, true) => "Une preuve apportée à son institution",
        _ => "Rien pour le moment",
    };

    /// <summary>How far away a last day is.</summary>
    public static string Until(DateOnly last, DateOnly today) => (last.DayNumber - today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "demain",
        > 1 and var days => $"dans {French.Count(days, "jour", "jours")}",
        -1 => "depuis hier",
        var days => $"depuis {French.Count(-days, "jour", "jours")}",
    };

    /// <summary>What a goal wants somebody to hold.</summary>
    public static string Wanted(Goal goal, TrainingVocabulary terms) => goal.Habilitation.Length > 0
        ? $"Habilitation « {terms.Rule(goal.Habilitation)} »"
        : $"« {terms.Skill(goal.Skill)} », {(goal.Level == default ? Of(SkillLevel.Aware) : Of(goal.Level)).ToLower(French.Culture)} au moins";

    /// <summary>How far a goal is, in a sentence; the bar beside it says no more.</summary>
    public static string Progress(Goal goal)
    {
        var progress = goal.Progress;
        return progress switch
        {
            null => "Pas encore calculé",
            { Suppressed: true } => "Moins de 5 personnes : les nombres ne sont pas donnés",
            { Persons: 0 } => "Personne dans ce groupe aujourd’hui",
            _ => $"{French.Number(progress.Reached)} sur {French.Number(progress.Persons)} ({French.Share(Share(progress))})"
                + (goal.EachSite ? $" ; {French.Count(progress.SitesReached, "lieu", "lieux")} sur {French.Number(progress.Sites)} y {(progress.SitesReached < 2 ? "est" : "sont")}" : ""),
        };
    }

    /// <summary>Who is there, between 0 and 1.</summary>
    public static double Share(GoalProgress progress) => progress.Persons == 0 ? 0 : (double)progress.Reached / progress.Persons;

    /// <summary>Where a goal stands, and the class of its colour; nothing where the service says nothing, for a group too small.</summary>
    public static (string Word, string Tone) Standing(GoalProgress progress) => progress switch
    {
        { TargetReached: true } => ("Atteint", "done"),
        { Late: true } => ("En retard", "problem"),
        { Suppressed: true } => ("", ""),
        _ => ("En cours", "warning"),
    };

    /// <summary>Whom something is for.</summary>
    /// <param name="group">The group; everybody when there is none.</param>
    /// <param name="names">Names for display of its institutions and places.</param>
    public static string Group(PlanGroup? group, IReadOnlyDictionary<string, string> names)
    {
        if (group is null) return "Tous les professionnels du plan";
        string[] parts =
        [
            string.Join(", ", group.Functions.Select(Of)),
            string.Join(", ", group.Institutions.Select(name => names.GetValueOrDefault(name, ResourceId.Of(name)))),
            string.Join(", ", group.Sites.Select(name => names.GetValueOrDefault(name, ResourceId.Of(name)))),
        ];
        var who = string.Join(" ; ", parts.Where(part => part.Length > 0));
        return (group.Label.Length, who.Length) switch
        {
            (0, 0) => "Tous les professionnels du plan",
            (0, _) => who,
            (_, 0) => group.Label,
            _ => $"{group.Label} ({who})",
        };
    }
}
