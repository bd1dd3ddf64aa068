using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which unmet needs are looked at, as the address of the page holds it.</summary>
public sealed record UnmetNeedsForm(string From, string To, string Departement, string Page)
{
    public const string Address = "/reseau/besoins-sans-reponse";
    private const int PageSize = 100;

    public static UnmetNeedsForm Of(IQueryCollection query) =>
        new(query["du"].ToString().Trim(), query["au"].ToString().Trim(), query["departement"].ToString().Trim().ToUpperInvariant(), query["page"].ToString());

    /// <summary>The question; a date that cannot be read is added to the problems and left out.</summary>
    public ListUnmetNeedsRequest ToRequest(List<FieldProblem> problems)
    {
        var request = new ListUnmetNeedsRequest { Departement = Departement, PageSize = PageSize, PageToken = Page };
        if (FrenchInput.Day(From, "du", "Du", problems) is { } first) request.StartDate = FrenchInput.ToDate(first);
        if (FrenchInput.Day(To, "au", "Au", problems) is { } last) request.EndDate = FrenchInput.ToDate(last);
        return request;
    }

    /// <summary>What a service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "start_date" => violation with { Field = "du", Label = "Du" },
        "end_date" => violation with { Field = "au", Label = "Au" },
        "departement" => violation with { Field = "departement", Label = "Département" },
        _ => violation with { Field = "" },
    };

    public string ToAddress() => QueryHelpers.AddQueryString(
        Address,
        new[] { ("du", From), ("au", To), ("departement", Departement), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
