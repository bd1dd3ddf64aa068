using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which sessions the calendar shows: a month, and what narrows it, as the address of the page holds it.</summary>
public sealed record SessionListForm
{
    private const int PageSize = 200;
    private const string MonthFormat = "yyyy-MM";

    // Far enough for a year's plan.
    private const int MonthsAhead = 15;
    private const int MonthsBefore = 12;

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Id of a course; empty for all.</summary>
    public string Course { get; init; } = "";

    /// <summary>Only with a seat for the reader's institution.</summary>
    public bool FreeOnly { get; init; }

    /// <summary>Only those the reader's institution organises.</summary>
    public bool Own { get; init; }

    /// <summary>Those that are over or cancelled as well.</summary>
    public bool All { get; init; }

    public string Page { get; init; } = "";

    /// <summary>A month of an address, or of today's when it names none.</summary>
    public static SessionListForm Of(IQueryCollection query, DateOnly today) => new()
    {
        // Somebody's own address may name any month; the calendar goes where it can.
        Month = DateOnly.TryParseExact(query["mois"].ToString(), MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 2000 and < 2200
            ? month
            : First(today),
        Course = query["formation"].ToString(),
        FreeOnly = query["libres"].ToString().Length > 0,
        Own = query["organisees"].ToString().Length > 0,
        All = query["toutes"].ToString().Length > 0,
        Page = query["page"].ToString(),
    };

    /// <summary>Months to choose from: those around today, and the one that is shown.</summary>
    public IReadOnlyList<(string Value, string Text)> Months(DateOnly today) =>
    [
        .. Enumerable.Range(-MonthsBefore, MonthsBefore + MonthsAhead + 1).Select(First(today).AddMonths).Append(Month).Distinct().Order()
            .Select(month => (Word(month), French.Sentence(month.ToString("MMMM yyyy", French.Culture)))),
    ];

    public ListSessionsRequest ToRequest()
    {
        var request = new ListSessionsRequest
        {
            PageSize = PageSize,
            PageToken = Page,
            Course = Course.Length > 0 ? "courses/" + Course : "",
            From = FrenchInput.ToDate(Month),
            Until = FrenchInput.ToDate(Month.AddMonths(1).AddDays(-1)),
            WithFreeSeats = FreeOnly,
            Own = Own,
        };
        if (All) request.States.Add([State.Draft, State.Open, State.Closed, State.Cancelled]);
        return request;
    }

    /// <summary>The month as a value of its field.</summary>
    public static string Word(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("mois", Word(Month)), ("formation", Course), ("libres", FreeOnly ? "1" : ""), ("organisees", Own ? "1" : ""), ("toutes", All ? "1" : ""), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
