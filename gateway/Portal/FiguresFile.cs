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
        return text.ToResult("chiffres-du-reseau.csv");
    }

    private static Spreadsheet Write(NetworkFigures figures, IReadOnlyDictionary<string, string> names)
    {
        var text = new Spreadsheet();
        text.Add([Period(figures), .. FigureLine.All.Select(line => line.Title)]);
        text.Add(["Ce qui est compté", .. FigureLine.All.Select(line => line.Definition)]);
        text.Add(["Ensemble", .. FigureLine.All.Select(line => line.Value(figures.Total))]);
        foreach (var group in figures.Groups) text.Add([names[group.Key], .. FigureLine.All.Select(line => line.Value(group))]);
        return text;
    }

    private static string Period(NetworkFigures figures) => $"Du {French.Day(figures.StartDate)} au {French.Day(figures.EndDate)}";
}
