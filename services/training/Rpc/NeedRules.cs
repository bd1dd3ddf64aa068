using System.Text.RegularExpressions;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Training.Domain.Needs;
using Contract = Reseau.Training.V1;
using Words = Reseau.Kernel.Vocabularies.Vocabulary;

namespace Reseau.Training.Rpc;

/// <summary>What a need must look like. Everything is checked, then answered at once.</summary>
internal static partial class NeedRules
{
    /// <summary>Longest words that say why.</summary>
    public const int ReasonLength = 500;

    private const int TitleLength = 150;
    private const int DetailsLength = 2000;
    private const int MostPersons = 100_000;
    private const int MostSearches = 1_000_000;
    private const int MostOrigins = 10;
    private const int MostYears = 5;

    /// <summary>Reads what a need says.</summary>
    public static NeedContent Read(Contract.Need need, DateOnly today, Violations violations)
    {
        FieldRules.Between(need.Persons, 0, MostPersons, "need.persons", violations);
        FieldRules.TooMany(need.RevealedBy.Count, MostOrigins, "need.revealed_by", violations);
        if (need.SubjectCase == Contract.Need.SubjectOneofCase.None)
            violations.Add("need.subject", "REQUIRED", "A need is about a skill, a theme, or what its title says.", "Choisissez une compétence ou un thème, ou donnez un intitulé.");
        return new()
        {
            Skill = need.SubjectCase == Contract.Need.SubjectOneofCase.Skill ? ResourceName.Parse(need.Skill, "skills", "need.skill", violations).ToString() : "",
            Theme = need.SubjectCase == Contract.Need.SubjectOneofCase.Theme ? Theme(need.Theme, "need.theme", violations) : "",
            Title = need.SubjectCase == Contract.Need.SubjectOneofCase.Title ? Title(need.Title, violations) : "",
            Details = violations.FreeText("need.details", need.Details, DetailsLength),
            Functions = PlanRules.Functions(need.Functions, "need.functions", violations),
            Persons = need.Persons,
            Urgency = FieldRules.Value<Contract.Need.Types.Urgency, Urgency>(need.Urgency, "need.urgency", violations),
            RevealedBy = [.. need.RevealedBy.Select((origin, i) => Read(origin, today, $"need.revealed_by[{i}]", violations))],
        };
    }

    /// <summary>Whether a code is a theme of the list.</summary>
    public static bool IsTheme(string code) => Words.Themes.IsKnown(code);

    /// <summary>A theme of the list.</summary>
    public static string Theme(string theme, string field, Violations violations)
    {
        if (!IsTheme(theme)) violations.Add(field, "NOT_A_THEME", "Not a data.inclusion theme.", "Choisissez le thème dans la liste.");
        return theme;
    }

    /// <summary>Months from one day's to another's, by their first days; not more than five years.</summary>
    /// <param name="first">A day of the first; null = so many months before the last.</param>
    /// <param name="last">A day of the last; null = this month.</param>
    /// <param name="months">How many months before, when not said.</param>
    /// <param name="today">The day.</param>
    /// <param name="field">Head of the names of both fields.</param>
    /// <param name="violations">What was wrong so far.</param>
    public static (DateOnly From, DateOnly Until) Months(Google.Type.Date? first, Google.Type.Date? last, int months, DateOnly today, string field, Violations violations)
    {
        var until = MonthOf(violations.Day($"{field}until", last) ?? today);
        var from = MonthOf(violations.Day($"{field}from", first) ?? until.AddMonths(-months));
        if (from > until) violations.Add($"{field}until", "OUT_OF_RANGE", "until is before from.", "La fin de la période est avant son début.");
        if (until.AddYears(-MostYears) > from) violations.Add($"{field}from", "OUT_OF_RANGE", "Five years at most.", "La période est de cinq ans au plus.");
        return (from, until);
    }

    private static NeedOrigin Read(Contract.NeedOrigin origin, DateOnly today, string field, Violations violations)
    {
        switch (origin.OriginCase)
        {
            case Contract.NeedOrigin.OriginOneofCase.Manager:
                return new(NeedOriginKind.Manager);
            case Contract.NeedOrigin.OriginOneofCase.Campaign:
                var asked = origin.Campaign;
                return new(NeedOriginKind.Campaign)
                {
                    Campaign = ResourceName.Parse(asked.Campaign, CampaignRules.Collection, $"{field}.campaign.campaign", violations).ToString(),
                    Question = asked.Question.Length == 0 ? "" : FieldRules.Key(asked.Question, $"{field}.campaign.question", violations),
                };
            case Contract.NeedOrigin.OriginOneofCase.Referrals:
                var returned = origin.Referrals;
                var (from, until) = Months(returned.From, returned.Until, 12, today, $"{field}.referrals.", violations);
                if (!Enum.IsDefined(returned.Kind)) violations.Add($"{field}.referrals.kind", "UNKNOWN_VALUE", "The kind is not in the list.", "Choisissez un motif de la liste.");
                return new(NeedOriginKind.Referrals)
                {
                    Theme = Theme(returned.Theme, $"{field}.referrals.theme", violations), Signal = returned.Kind == Contract.SignalKind.Unspecified ? null : (SignalKind)returned.Kind, From = from, Until = until,
                };
            case Contract.NeedOrigin.OriginOneofCase.Searches:
                var searches = origin.Searches;
                FieldRules.Between(searches.Searches, 0, MostSearches, $"{field}.searches.searches", violations);
                if (searches.Commune.Length > 0 && !InseeCode().IsMatch(searches.Commune))
                    violations.Add($"{field}.searches.commune", "NOT_A_COMMUNE", "Not an INSEE code.", "Choisissez la commune dans la liste.");
                return new(NeedOriginKind.Searches) { Theme = ThemeOrFamily(searches.Theme, $"{field}.searches.theme", violations), Commune = searches.Commune, Searches = searches.Searches };
            default:
                violations.Add(field, "REQUIRED", "What revealed it is one of the kinds.", "Dites ce qui a révélé le besoin.");
                return new(NeedOriginKind.Manager);
        }
    }

    // The directory is searched by either.
    private static string ThemeOrFamily(string code, string field, Violations violations) => Words.ThemeFamilies.IsKnown(code) ? code : Theme(code, field, violations);

    private static string Title(string title, Violations violations)
    {
        var said = violations.Required("need.title", title, TitleLength);
        return violations.FreeText("need.title", said, int.MaxValue);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    [GeneratedRegex(@"^([0-9]{2}|2[AB])[0-9]{3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeCode();
}
