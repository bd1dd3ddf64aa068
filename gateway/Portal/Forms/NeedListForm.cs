using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which needs are listed, as the address of the page holds it.</summary>
public sealed record NeedListForm
{
    private const int PageSize = 50;

    /// <summary>Name of a state of the contract; empty for those that wait for their answer.</summary>
    public string State { get; init; } = "";

    /// <summary><c>skills/{skill}</c>.</summary>
    public string Skill { get; init; } = "";

    /// <summary>Code of a theme; counts when no skill is chosen.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Name of a function of the contract.</summary>
    public string Function { get; init; } = "";

    /// <summary>Id of an institution, as typed.</summary>
    public string Institution { get; init; } = "";

    public string Page { get; init; } = "";

    public bool HasFilters => State.Length + Skill.Length + Theme.Length + Function.Length + Institution.Length > 0;

    public static NeedListForm Of(IQueryCollection query) => new()
    {
        State = Text(query, "etat"),
        Skill = Text(query, "competence"),
        Theme = Text(query, "theme"),
        Function = Text(query, "fonction"),
        Institution = Text(query, "institution"),
        Page = query["page"].ToString(),
    };

    /// <summary>The question. Unknown words come from somebody's own address: they filter nothing.</summary>
    public ListNeedsRequest ToRequest()
    {
        var request = new ListNeedsRequest
        {
            PageSize = PageSize,
            PageToken = Page,
            Subject = Skill.Length > 0 ? Skill : Theme,
            Institution = Institution.Length > 0 ? "institutions/" + Institution : "",
            Function = Enum.TryParse<Function>(Function, out var function) ? function : default,
        };
        if (Enum.TryParse<Need.Types.State>(State, out var state) && state != default) request.States.Add(state);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "subject" => violation with { Field = "competence", Label = "Compétence" },
        "institution" => violation with { Field = "institution", Label = "Institution" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("etat", State), ("competence", Skill), ("theme", Theme), ("fonction", Function), ("institution", Institution), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static string Text(IQueryCollection query, string name) => query[name].ToString().Trim();
}
