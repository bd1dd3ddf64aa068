using Microsoft.AspNetCore.WebUtilities;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which conventions are listed, as the address of the page holds it.</summary>
public sealed record ConventionListForm
{
    /// <summary>Word of the view that groups by the quarter in which conventions end.</summary>
    public const string Calendar = "echeances";

    private const int PageSize = 25;
    private const int CalendarSize = 200;

    /// <summary>List, or calendar of ends.</summary>
    public string View { get; init; } = "";

    /// <summary>Name of a state of the contract.</summary>
    public string State { get; init; } = "";

    /// <summary>Name of a kind of the contract.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Last day of an end, as typed.</summary>
    public string Before { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Only what waits for a signature of the reader's institution.</summary>
    public bool ToSign { get; init; }

    public string Page { get; init; } = "";

    public static IReadOnlyList<(string Value, string Text)> States { get; } =
        [.. Enum.GetValues<State>().Where(state => state != default).Select(state => (state.ToString(), Label.OfConvention("state", state)))];

    public static IReadOnlyList<(string Value, string Text)> Kinds { get; } =
        [.. Enum.GetValues<ConventionKind>().Where(kind => kind != default).Select(kind => (kind.ToString(), Label.OfConvention("kind", kind)))];

    public bool IsCalendar => View == Calendar;

    public bool HasFilters => ToSign || State.Length + Kind.Length + Before.Length + Title.Length > 0;

    public static ConventionListForm Of(IQueryCollection query) => new()
    {
        View = Text(query, "vue"),
        State = Text(query, "etat"),
        Kind = Text(query, "nature"),
        Before = Text(query, "avant"),
        Title = Text(query, "titre"),
        ToSign = Text(query, "a-signer").Length > 0,
        Page = query["page"].ToString(),
    };

    /// <summary>The question; a date that cannot be read is added to the problems and left out.</summary>
    public ListConventionsRequest ToRequest(List<FieldProblem> problems)
    {
        var request = new ListConventionsRequest { PageSize = IsCalendar ? CalendarSize : PageSize, PageToken = Page, Title = Title, ToSign = ToSign };
        // Unknown words come from somebody's own address: they filter nothing.
        if (Enum.TryParse<State>(State, out var state) && state != default) request.States.Add(state);
        else if (IsCalendar) request.States.Add([Convention.Types.State.Active, Convention.Types.State.Expiring, Convention.Types.State.Suspended]);
        if (Enum.TryParse<ConventionKind>(Kind, out var kind)) request.Kind = kind;
        if (FrenchInput.Day(Before, "avant", "Se termine avant le", problems) is { } before) request.EndsBefore = FrenchInput.ToDate(before);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "ends_before" => violation with { Field = "avant", Label = "Se termine avant le" },
        "title" => violation with { Field = "titre", Label = "Titre" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("vue", View), ("etat", State), ("nature", Kind), ("avant", Before), ("titre", Title), ("a-signer", ToSign ? "1" : ""), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static string Text(IQueryCollection query, string name) => query[name].ToString().Trim();
}
