using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.GetNetworkFiguresRequest.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which figures are looked at, as the address of the page holds it.</summary>
public sealed record FiguresForm(string From, string To, string Theme, string Group)
{
    /// <summary>What the groups may be, by their words in addresses.</summary>
    public static IReadOnlyList<(string Value, string Text, Grouping Grouping)> Groups { get; } =
    [
        ("destinataire", "Institution destinataire", Grouping.Recipient),
        ("expediteur", "Institution qui oriente", Grouping.Sender),
        ("theme", "Thème", Grouping.Theme),
        ("service", "Service", Grouping.Service),
    ];

    public static FiguresForm Of(IQueryCollection query) =>
        new(query["du"].ToString().Trim(), query["au"].ToString().Trim(), query["theme"].ToString().Trim(), query["par"].ToString().Trim());

    /// <summary>The question; a date that cannot be read is added to the problems and left out.</summary>
    public GetNetworkFiguresRequest ToRequest(List<FieldProblem> problems)
    {
        var request = new GetNetworkFiguresRequest { Theme = Theme, GroupBy = Groups.FirstOrDefault(group => group.Value == Group).Grouping };
        if (FrenchInput.Day(From, "du", "Du", problems) is { } first) request.StartDate = FrenchInput.ToDate(first);
        if (FrenchInput.Day(To, "au", "Au", problems) is { } last) request.EndDate = FrenchInput.ToDate(last);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "start_date" => violation with { Field = "du", Label = "Du" },
        "end_date" => violation with { Field = "au", Label = "Au" },
        "theme" => violation with { Field = "theme", Label = "Thème" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("du", From), ("au", To), ("theme", Theme), ("par", Group) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
