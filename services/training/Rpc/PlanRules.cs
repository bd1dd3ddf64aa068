using Google.Protobuf.Collections;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Domain.Professionals;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>What a plan must look like. Everything is checked, then answered at once.</summary>
internal static class PlanRules
{
    private const int TitleLength = 150;
    private const int PurposeLength = 2000;
    private const int GoalLength = 300;
    private const int LabelLength = 100;
    private const int MostYears = 5;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int MostGoals = 50;
    private const int MostCourses = 100;
    private const int MostSums = 50;
    private const int MostGroups = 20;
    private const int MostNames = 200;
    private const int MostSessions = 10_000;

    // A billion euros: what is more is a slip of the keyboard, and sums stay far from overflowing.
    private const long MostCents = 100_000_000_000;

    /// <summary>Reads what a plan says.</summary>
    public static PlanContent Read(Contract.Plan plan, Violations violations)
    {
        var (start, end) = Period(plan, violations);
        FieldRules.TooMany(plan.Goals.Count, MostGoals, "plan.goals", violations);
        FieldRules.TooMany(plan.Courses.Count, MostCourses, "plan.courses", violations);
        FieldRules.TooMany(plan.PriorityGroups.Count, MostGroups, "plan.priority_groups", violations);
        FieldRules.Unique(plan.Goals.Select(goal => goal.Key), "plan.goals", violations);
        FieldRules.Unique(plan.Courses.Select(course => course.Course), "plan.courses", violations);
        var (costs, funders) = (Sums(plan.Costs, "plan.costs", violations), Sums(plan.Funders, "plan.funders", violations));
        if (!PlanContent.AddsUp(costs, [.. funders]))
            violations.Add("plan.funders", "DOES_NOT_ADD_UP", "The funders do not add up to the costs.", "Le total des financements n'est pas égal au total des dépenses : corrigez l'un ou l'autre.");
        return new()
        {
            Title = violations.Required("plan.title", plan.Title, TitleLength),
            Start = start,
            End = end,
            Purpose = violations.FreeText("plan.purpose", plan.Purpose, PurposeLength),
            Goals = [.. plan.Goals.Select((goal, i) => Read(goal, start, end, $"plan.goals[{i}]", violations))],
            Courses = [.. plan.Courses.Select((course, i) => Read(course, plan, $"plan.courses[{i}]", violations))],
            Costs = costs,
            Funders = funders,
            PriorityGroups = [.. plan.PriorityGroups.Select((group, i) => Read(group, $"plan.priority_groups[{i}]", violations))],
        };
    }

    /// <summary>A plan of an institution is for its own people: it names no other institution.</summary>
    public static void CheckGroups(PlanContent content, bool network, string institution, Violations violations)
    {
        if (network) return;
        var groups = content.Goals.Select((goal, i) => ($"plan.goals[{i}].group", goal.Group)).Concat(content.PriorityGroups.Select((group, i) => ($"plan.priority_groups[{i}]", group)));
        foreach (var (field, group) in groups.Where(line => line.Item2.Institutions.Any(named => named != institution)))
            violations.Add($"{field}.institutions", "NOT_OF_THE_PLAN", "A plan of an institution is for its own people.", "Un plan d'institution ne concerne que ses propres professionnels : retirez les autres institutions.");
    }

    private static (DateOnly Start, DateOnly End) Period(Contract.Plan plan, Violations violations)
    {
        if (plan.StartDate is null) Required("plan.start_date", "Indiquez le premier jour du plan.", violations);
        if (plan.EndDate is null) Required("plan.end_date", "Indiquez le dernier jour du plan.", violations);
        var (start, end) = (violations.Day("plan.start_date", plan.StartDate), violations.Day("plan.end_date", plan.EndDate));
        if (start is { } first) FieldRules.Between(first.Year, FirstYear, LastYear, "plan.start_date", violations);
        if (end < start) violations.Add("plan.end_date", "OUT_OF_RANGE", "The end is before the start.", "La fin est avant le début.");
        if (end?.AddYears(-MostYears) > start) violations.Add("plan.end_date", "OUT_OF_RANGE", "A plan lasts five years at most.", "Un plan dure cinq ans au plus.");
        return (start ?? default, end ?? DateOnly.MaxValue);
    }

    private static Goal Read(Contract.Goal goal, DateOnly start, DateOnly end, string field, Violations violations)
    {
        if (goal.DueDate is null) Required($"{field}.due_date", "Indiquez l'échéance de l'objectif.", violations);
        var due = violations.Day($"{field}.due_date", goal.DueDate);
        if (due < start || due > end) violations.Add($"{field}.due_date", "OUT_OF_RANGE", "A goal is due within the plan.", "L'échéance doit être comprise dans la période du plan.");
        FieldRules.Between(goal.TargetPercent, 1, 100, $"{field}.target_percent", violations);
        if (goal.Skill.Length == 0 == (goal.Habilitation.Length == 0))
            violations.Add($"{field}.skill", "ONE_OF", "A goal is about a skill or a habilitation.", "Choisissez une compétence ou une habilitation, l'une des deux.");
        if (!Enum.IsDefined(goal.Level)) violations.Add($"{field}.level", "UNKNOWN_VALUE", "The level is not in the list.", "Choisissez un niveau de la liste.");
        return new(FieldRules.Key(goal.Key, $"{field}.key", violations), violations.Required($"{field}.text", goal.Text, GoalLength), Read(goal.Group ?? new(), $"{field}.group", violations), goal.TargetPercent, due ?? default)
        {
            Skill = goal.Skill.Length == 0 ? "" : ResourceName.Parse(goal.Skill, "skills", $"{field}.skill", violations).ToString(),
            Level = (SkillLevel)Math.Max((int)SkillLevel.Aware, (int)goal.Level),
            Habilitation = goal.Habilitation.Length == 0 ? "" : ResourceName.Parse(goal.Habilitation, "habilitationRules", $"{field}.habilitation", violations).ToString(),
            EachSite = goal.EachSite,
        };
    }

    private static PlannedCourse Read(Contract.PlannedCourse course, Contract.Plan plan, string field, Violations violations)
    {
        FieldRules.Between(course.Sessions, 0, MostSessions, $"{field}.sessions", violations);
        if (course.Goals.Except(plan.Goals.Select(goal => goal.Key), StringComparer.Ordinal).Any())
            violations.Add($"{field}.goals", "UNKNOWN_VALUE", "No goal has this key.", "Cette formation cite un objectif qui n'est pas dans le plan.");
        return new(ResourceName.Parse(course.Course, "courses", $"{field}.course", violations).ToString(), course.Sessions, [.. course.Goals.Distinct(StringComparer.Ordinal)]);
    }

    private static PlanGroup Read(Contract.PlanGroup group, string field, Violations violations)
    {
        FieldRules.TooMany(group.Institutions.Count, MostNames, $"{field}.institutions", violations);
        FieldRules.TooMany(group.Sites.Count, MostNames, $"{field}.sites", violations);
        return new(
            violations.Optional($"{field}.label", group.Label, LabelLength),
            [.. group.Institutions.Select((name, i) => ResourceName.Parse(name, "institutions", $"{field}.institutions[{i}]", violations).Id ?? "").Distinct(StringComparer.Ordinal)],
            [.. group.Sites.Select((name, i) => ResourceName.Parse(name, "structures", $"{field}.sites[{i}]", violations).ToString()).Distinct(StringComparer.Ordinal)],
            Functions(group.Functions, $"{field}.functions", violations));
    }

    /// <summary>Functions that a question or a group is about.</summary>
    public static ValueList<Function> Functions(IEnumerable<Contract.Function> functions, string field, Violations violations)
    {
        var asked = functions.Distinct().ToList();
        if (asked.Exists(function => function == Contract.Function.Unspecified || !Enum.IsDefined(function)))
            violations.Add(field, "UNKNOWN_VALUE", "A function is not in the list.", "Choisissez les fonctions dans la liste.");
        return [.. asked.Select(function => (Function)function)];
    }

    private static ValueList<PlanMoney> Sums(RepeatedField<Contract.PlanMoney> sums, string field, Violations violations)
    {
        FieldRules.TooMany(sums.Count, MostSums, field, violations);
        return [.. sums.Select((sum, i) =>
        {
            if (sum.Cents is < 0 or > MostCents) violations.Add($"{field}[{i}].cents", "OUT_OF_RANGE", "The sum is not possible.", "Indiquez un montant positif, au plus un milliard d'euros.");
            return new PlanMoney(violations.Required($"{field}[{i}].label", sum.Label, TitleLength), sum.Cents);
        })];
    }

    private static void Required(string field, string french, Violations violations) => violations.Add(field, "REQUIRED", $"{field} is required.", french);
}
