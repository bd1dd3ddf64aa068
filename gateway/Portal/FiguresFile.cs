using System.Text;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Session;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal;

/// <summary>The figures of the network as a table for spreadsheets: a line for all and one for each group.</summary>
public static class FiguresFile
{
    public const string Address = "/reseau/chiffres.csv";

    private const char Separator = ';';

    public static void MapFiguresFile(this WebApplication app) => app.MapGet(Address, SendAsync).RequireAuthorization(Roles.NetworkPages);

    private static async Task<IResult> SendAsync(HttpContext context, ServiceCalls calls, GroupNames names)
    {
        var form = FiguresForm.Of(context.Request.Query);
        List<FieldProblem> problems = [];
        var request = form.ToRequest(problems);
        var answer = await calls.Figures((figures, options) => figures.GetNetworkFiguresAsync(request, options));
        // The page says what is wrong.
        if (!answer.Succeeded || problems.Count > 0) return Results.LocalRedirect(form.ToAddress(Pages.FiguresPage.Address));

        var text = Write(answer.Value, await names.OfAsync(request.GroupBy, answer.Value.Groups.Select(group => group.Key)));
        // With the mark of UTF-8: without it, spreadsheets read accents wrong.
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "chiffres-du-reseau.csv");
    }

    private static string Write(NetworkFigures figures, IReadOnlyDictionary<string, string> names)
    {
        var text = new StringBuilder();
        Add(text, [Period(figures), .. FigureLine.All.Select(line => line.Title)]);
        Add(text, ["Ce qui est compté", .. FigureLine.All.Select(line => line.Definition)]);
        Add(text, ["Ensemble", .. FigureLine.All.Select(line => line.Value(figures.Total))]);
        foreach (var group in figures.Groups) Add(text, [names[group.Key], .. FigureLine.All.Select(line => line.Value(group))]);
        return text.ToString();
    }

    private static string Period(NetworkFigures figures) => $"Du {French.Day(figures.StartDate)} au {French.Day(figures.EndDate)}";

    private static void Add(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(Separator, cells.Select(Cell)).Append("\r\n");

    // Names come from institutions: one that begins like a formula would be run by the spreadsheet that opens the file.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
