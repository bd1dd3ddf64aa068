using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which referrals that came back are counted, as the address of the page holds it.</summary>
/// <param name="From">A day of the first month, as typed.</param>
/// <param name="To">A day of the last month, as typed.</param>
/// <param name="Received">Whether they are counted by who received them, and not by who sent them.</param>
/// <param name="Theme">Code of a theme.</param>
/// <param name="Page">Where the page begins.</param>
public sealed record SignalsForm(string From, string To, bool Received, string Theme, string Page)
{
    /// <summary>Word of the side that received.</summary>
    public const string ReceivedWord = "recues";

    private const int PageSize = 100;

    /// <summary>The other side, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Sides { get; } = [(ReceivedWord, "Qui les a reçues")];

    public static SignalsForm Of(IQueryCollection query) => new(
        query["du"].ToString().Trim(), query["au"].ToString().Trim(), query["cote"].ToString() == ReceivedWord, query["theme"].ToString().Trim(), query["page"].ToString());

    /// <summary>The question; a date that cannot be read is added to the problems and left out.</summary>
    public ListSignalsRequest ToRequest(List<FieldProblem> problems)
    {
        var request = new ListSignalsRequest { PageSize = PageSize, PageToken = Page, Theme = Theme, Side = Received ? SignalSide.Received : SignalSide.Sent };
        if (FrenchInput.Day(From, "du", "Du", problems) is { } first) request.From = FrenchInput.ToDate(first);
        if (FrenchInput.Day(To, "au", "Au", problems) is { } last) request.Until = FrenchInput.ToDate(last);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "from" => violation with { Field = "du", Label = "Du" },
        "until" => violation with { Field = "au", Label = "Au" },
        "theme" => violation with { Field = "theme", Label = "Thème" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("du", From), ("au", To), ("cote", Received ? ReceivedWord : ""), ("theme", Theme), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
