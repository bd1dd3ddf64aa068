using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.ListReferralsRequest.Types;
using static Reseau.Referrals.V1.Referral.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which list is read and what it is narrowed to, as the address of the page holds it: codes and days, nothing of a person.</summary>
public sealed record WorklistForm
{
    private const int PageSize = 25;
    private const int Longest = 220;

    /// <summary>Word of the list.</summary>
    public string List { get; init; } = "";

    /// <summary>Id of a service.</summary>
    public string Service { get; init; } = "";

    public string Theme { get; init; } = "";

    /// <summary>Name of a state of the contract.</summary>
    public string State { get; init; } = "";

    /// <summary>First and last day of sending, as typed.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>Id of the institution on the other side.</summary>
    public string Partner { get; init; } = "";

    public string Page { get; init; } = "";

    /// <summary>The states that may be chosen; drafts have a list of their own.</summary>
    public static IReadOnlyList<(string Value, string Text)> States { get; } =
        [.. Enum.GetValues<State>().Where(state => state != default && state != Reseau.Referrals.V1.Referral.Types.State.Draft).Select(state => (state.ToString(), Label.Of(state)))];

    public bool HasFilters => Service.Length + Theme.Length + State.Length + From.Length + To.Length + Partner.Length > 0;

    /// <summary>The whole list.</summary>
    public WorklistForm Bare => new() { List = List };

    public static WorklistForm Of(IQueryCollection query) => new()
    {
        List = Text(query, "liste"),
        Service = Text(query, "service"),
        Theme = Text(query, "theme"),
        State = Text(query, "etat"),
        From = Text(query, "du"),
        To = Text(query, "au"),
        Partner = Text(query, "partenaire"),
        Page = query["page"].ToString(),
    };

    /// <summary>The question; a date that cannot be read is added to the problems and left out.</summary>
    public ListReferralsRequest ToRequest(Worklist list, List<FieldProblem> problems)
    {
        var request = new ListReferralsRequest
        {
            Worklist = list,
            Service = Service.Length > 0 ? "services/" + Service : "",
            Theme = Theme,
            Partner = Partner.Length > 0 ? "institutions/" + Partner : "",
            PageToken = Page,
            PageSize = PageSize,
        };
        if (States.Any(state => state.Value == State)) request.States.Add(Enum.Parse<State>(State));
        if (FrenchInput.Day(From, "du", "Du", problems) is { } first) request.SentFromDate = FrenchInput.ToDate(first);
        if (FrenchInput.Day(To, "au", "Au", problems) is { } last) request.SentUntilDate = FrenchInput.ToDate(last);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "sent_from_date" => violation with { Field = "du", Label = "Du" },
        "sent_until_date" => violation with { Field = "au", Label = "Au" },
        "theme" => violation with { Field = "theme", Label = "Thème" },
        _ => violation with { Field = "" },
    };

    /// <summary>The address of this list.</summary>
    /// <param name="page">The page of these lists.</param>
    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("liste", List), ("service", Service), ("theme", Theme), ("etat", State), ("du", From), ("au", To), ("partenaire", Partner), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static string Text(IQueryCollection query, string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
