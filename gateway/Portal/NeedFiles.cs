using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Session;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal;

/// <summary>Needs of training and what campaigns answered as tables for spreadsheets: what the pages show, with the same question.</summary>
public static class NeedFiles
{
    public const string Figures = NeedsPage.Address + "/chiffres/besoins.csv";
    private const string ResultsAddress = CampaignsPage.Address + "/{id}/resultats.csv";

    public static void MapNeedFiles(this WebApplication app)
    {
        app.MapGet(Figures, FiguresAsync).RequireAuthorization(Roles.NeedPages);
        app.MapGet(ResultsAddress, ResultsAsync).RequireAuthorization(Roles.NeedPages);
    }

    /// <summary>The file of the results of a campaign.</summary>
    public static string ResultsOf(string campaign, CampaignRowsForm rows) => rows.ToAddress($"{CampaignPage.AddressOf(campaign)}/resultats.csv");

    /// <summary>Whose need a row counts: those of no institution are the network's, those of no function everyone's.</summary>
    public static string NameOf(NeedFigureRow row, FigureRows rows, IReadOnlyDictionary<string, string> names) =>
        row.Key.Length > 0 ? names[row.Key] : rows == FigureRows.Function ? "Toutes" : "Tout le réseau";

    private static async Task<IResult> FiguresAsync(HttpContext context, ServiceCalls calls, FigureNames names, TrainingNames training)
    {
        var form = NeedFiguresForm.Of(context.Request.Query);
        var request = form.ToRequest();
        var answer = await calls.Needs((needs, options) => needs.GetNeedFiguresAsync(request, options));
        // The page says what is wrong.
        if (!answer.Succeeded) return Results.LocalRedirect(form.ToAddress(NeedFiguresPage.Address));

        var known = await names.OfAsync(form.Rows, answer.Value.Rows.Select(row => row.Key));
        var words = await training.VocabularyAsync();
        var file = new Spreadsheet();
        file.Add(["Ce qui manque", form.RowsTitle, "Besoins", "Prévus dans un plan", "Personnes, environ"]);
        foreach (var row in answer.Value.Rows)
            file.Add([NeedWords.Subject(row.Subject, words), NameOf(row, form.Rows, known), French.Number(row.Needs), French.Number(row.Planned), SeatFigureLine.Count(row.Persons)]);
        return file.ToResult("besoins.csv");
    }

    private static async Task<IResult> ResultsAsync(string id, HttpContext context, ServiceCalls calls, FigureNames names)
    {
        var (name, form) = ("campaigns/" + id, CampaignRowsForm.Of(context.Request.Query));
        var campaign = await calls.Campaigns((campaigns, options) => campaigns.GetCampaignAsync(new() { Name = name }, options));
        var results = await calls.Campaigns((campaigns, options) => campaigns.GetCampaignResultsAsync(new() { Name = name, Rows = form.Rows }, options));
        if (!campaign.Succeeded || !results.Succeeded) return Results.LocalRedirect(form.ToAddress(CampaignPage.AddressOf(name)));

        var known = await names.OfAsync(form.Rows, results.Value.Questions.SelectMany(question => question.Rows).Select(row => row.Key));
        var file = new Spreadsheet();
        file.Add(["Question", form.RowsTitle, "Personnes qui ont répondu", "Réponse", "Nombre"]);
        foreach (var question in campaign.Value.Questions)
        {
            if (results.Value.Questions.FirstOrDefault(each => each.Question == question.Key) is not { } said) continue;
            foreach (var row in said.Rows) Add(file, question, row, CampaignWords.NameOf(row.Key, known));
            if (said.Total is { } total) Add(file, question, total, "Ensemble");
        }

        return file.ToResult("resultats.csv");
    }

    // A line for each answer that may be given: questions do not have the same.
    private static void Add(Spreadsheet file, Question question, ResultRow row, string name)
    {
        if (row.Counts.Count == 0) file.Add([question.Text, name, SeatFigureLine.Count(row.Answers), "", ""]);
        foreach (var (choice, count) in CampaignWords.Choices(question).Zip(row.Counts))
            file.Add([question.Text, name, SeatFigureLine.Count(row.Answers), choice, SeatFigureLine.Count(count)]);
    }
}
