using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which figures of training are looked at, as the address of the page holds it.</summary>
public sealed record TrainingFiguresForm
{
    /// <summary>Word of the view of seats; the other one is that of skills.</summary>
    public const string Seats = "places";

    /// <summary>What the rows of skills may be, by their words in addresses.</summary>
    public static IReadOnlyList<(string Value, string Text, FigureRows Rows)> SkillRows { get; } =
        [("institution", "Institution", FigureRows.Institution), ("fonction", "Fonction", FigureRows.Function), ("lieu", "Lieu", FigureRows.Site)];

    /// <summary>What the rows of seats may be, by their words in addresses.</summary>
    public static IReadOnlyList<(string Value, string Text, FigureRows Rows)> SeatRows { get; } =
        [("institution", "Institution", FigureRows.Institution), ("formation", "Formation", FigureRows.Course)];

    public string View { get; init; } = "";

    /// <summary>Word of what rows stand for.</summary>
    public string By { get; init; } = "";

    /// <summary>Name of a level of the contract.</summary>
    public string Level { get; init; } = "";

    /// <summary>Whether what persons said of themselves counts.</summary>
    public bool Declared { get; init; }

    /// <summary>Name of a function of the contract.</summary>
    public string Function { get; init; } = "";

    /// <summary>First and last day of sessions, as typed.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public bool IsSeats => View == Seats;

    /// <summary>What the rows are, in words.</summary>
    public string RowsTitle => Row.Text;

    /// <summary>What the rows are.</summary>
    public FigureRows Rows => Row.Rows;

    private (string Value, string Text, FigureRows Rows) Row
    {
        get
        {
            var all = IsSeats ? SeatRows : SkillRows;
            return all.FirstOrDefault(row => row.Value == By, all[0]);
        }
    }

    public static TrainingFiguresForm Of(IQueryCollection query) => new()
    {
        View = Text(query, "vue"),
        By = Text(query, "par"),
        Level = Text(query, "niveau"),
        Declared = Text(query, "dit").Length > 0,
        Function = Text(query, "fonction"),
        From = Text(query, "du"),
        To = Text(query, "au"),
    };

    /// <summary>The question about skills. Unknown words come from somebody's own address: they filter nothing.</summary>
    public GetHeatMapRequest ToHeatMap()
    {
        var request = new GetHeatMapRequest { Rows = Rows, Declared = Declared, Level = Enum.TryParse<SkillLevel>(Level, out var level) ? level : default };
        if (Enum.TryParse<Function>(Function, out var function) && function != default) request.Functions.Add(function);
        return request;
    }

    /// <summary>The question about seats; a date that cannot be read is added to the problems and left out.</summary>
    public GetSeatFiguresRequest ToSeats(List<FieldProblem> problems)
    {
        var request = new GetSeatFiguresRequest { Rows = Rows };
        if (FrenchInput.Day(From, "du", "Du", problems) is { } first) request.From = FrenchInput.ToDate(first);
        if (FrenchInput.Day(To, "au", "Au", problems) is { } last) request.Until = FrenchInput.ToDate(last);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "from" => violation with { Field = "du", Label = "Du" },
        "until" => violation with { Field = "au", Label = "Au" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("vue", View), ("par", By), ("niveau", Level), ("dit", Declared ? "1" : ""), ("fonction", Function), ("du", From), ("au", To) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static string Text(IQueryCollection query, string name) => query[name].ToString().Trim();
}
