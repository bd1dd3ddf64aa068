using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which habilitations that end are listed, as the address of the page holds it.</summary>
/// <param name="Days">Days ahead, as typed.</param>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="Page">Where the page begins.</param>
public sealed record DueForm(string Days, string Rule, string Page)
{
    private const int PageSize = 50;

    public static DueForm Of(IQueryCollection query) => new(query["jours"].ToString().Trim(), query["habilitation"].ToString().Trim(), query["page"].ToString());

    /// <summary>The question; a number that cannot be read is added to the problems and left out.</summary>
    public ListDueRequest ToRequest(List<FieldProblem> problems)
    {
        var days = 0;
        if (Days.Length > 0 && !int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out days)) problems.Add(new("jours", Label.Message("field.number-unreadable"), "Jours à venir"));
        return new() { PageSize = PageSize, PageToken = Page, WithinDays = days, Rule = Rule };
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "within_days" => violation with { Field = "jours", Label = "Jours à venir" },
        "rule" => violation with { Field = "habilitation", Label = "Habilitation" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("jours", Days), ("habilitation", Rule), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
