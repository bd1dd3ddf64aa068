using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>The figures of training as tables for spreadsheets: what the page shows, with the same question.</summary>
public static class TrainingFiguresFiles
{
    public const string Skills = "/formations/chiffres/competences.csv";
    public const string Seats = "/formations/chiffres/places.csv";

    public static void MapTrainingFiguresFiles(this WebApplication app)
    {
        app.MapGet(Skills, SkillsAsync).RequireAuthorization(Roles.TrainingFigures);
        app.MapGet(Seats, SeatsAsync).RequireAuthorization(Roles.TrainingFigures);
    }

    private static async Task<IResult> SkillsAsync(HttpContext context, ServiceCalls calls, FigureNames names, TrainingNames training)
    {
        var form = TrainingFiguresForm.Of(context.Request.Query) with { View = "" };
        var request = form.ToHeatMap();
        var answer = await calls.TrainingFigures((figures, options) => figures.GetHeatMapAsync(request, options));
        // The page says what is wrong.
        if (!answer.Succeeded) return Results.LocalRedirect(form.ToAddress(Pages.TrainingFiguresPage.Address));

        var rows = await names.OfAsync(form.Rows, answer.Value.Rows.Select(row => row.Key));
        var words = await training.VocabularyAsync();
        var file = new Spreadsheet();
        file.Add([form.RowsTitle, "Professionnels", .. answer.Value.Skills.Select(words.Skill)]);
        foreach (var row in answer.Value.Rows) file.Add([rows[row.Key], SeatFigureLine.Count(row.Persons), .. row.Holders.Select(SeatFigureLine.Count)]);
        return file.ToResult("competences.csv");
    }

    private static async Task<IResult> SeatsAsync(HttpContext context, ServiceCalls calls, FigureNames names)
    {
        var form = TrainingFiguresForm.Of(context.Request.Query) with { View = TrainingFiguresForm.Seats };
        List<FieldProblem> problems = [];
        var request = form.ToSeats(problems);
        var answer = await calls.TrainingFigures((figures, options) => figures.GetSeatFiguresAsync(request, options));
        if (!answer.Succeeded || problems.Count > 0) return Results.LocalRedirect(form.ToAddress(Pages.TrainingFiguresPage.Address));

        var rows = await names.OfAsync(form.Rows, answer.Value.Rows.Select(row => row.Key));
        var file = new Spreadsheet();
        file.Add([form.RowsTitle, .. SeatFigureLine.All.Select(line => line.Title)]);
        file.Add(["Ce qui est compté", .. SeatFigureLine.All.Select(line => line.Definition)]);
        foreach (var row in answer.Value.Rows) file.Add([rows[row.Key], .. SeatFigureLine.All.Select(line => line.Value(row))]);
        if (answer.Value.Total is { } total) file.Add(["Ensemble", .. SeatFigureLine.All.Select(line => line.Value(total))]);
        return file.ToResult("places.csv");
    }
}
