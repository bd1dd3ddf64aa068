using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The figures of training: who can do what, what became of seats, what that cost. Each drawing is also a table, and each table a file.</summary>
public sealed partial class TrainingFiguresPage
{
    public const string Address = "/formations/chiffres";
    public const string SeatsAddress = Address + "?vue=" + TrainingFiguresForm.Seats;

    private readonly List<FieldProblem> _problems = [];
    private TrainingFiguresForm _asked = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private HeatMap? _heat;
    private SeatFigures? _seats;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public FigureNames Names { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private string Title => _asked.IsSeats ? "Places et coûts des formations" : "Qui sait faire quoi";

    private static (string Kind, string Text)[] SeatLegend { get; } =
        [("bar-completed", "venues jusqu’au bout"), ("bar-partly", "venues en partie"), ("bar-absent", "absentes"), ("bar-unserved", "sans place")];

    private BarDrawing SeatBars => BarDrawing.Of(
    [
        .. _seats!.Rows.Select(row => (_names[row.Key],
            (IReadOnlyList<(double, string)>)[(row.Completed, "bar-completed"), (Partly(row), "bar-partly"), (row.Absent, "bar-absent"), (row.NotServed, "bar-unserved")],
            SeatFigureLine.Count(row.Attended))),
    ]);

    private BarDrawing CostBars => BarDrawing.Of(
        [.. _seats!.Rows.Select(row => (_names[row.Key], (IReadOnlyList<(double, string)>)[(row.CostPerCompletedCents, "bar-completed")], SeatFigureLine.All[^1].Value(row)))]);

    protected override async Task LoadAsync()
    {
        _asked = TrainingFiguresForm.Of(Http.Request.Query);
        if (_asked.IsSeats) await SeatsAsync();
        else await SkillsAsync();
    }

    private async Task SkillsAsync()
    {
        var request = _asked.ToHeatMap();
        var answer = await Calls.TrainingFigures((figures, options) => figures.GetHeatMapAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _heat = answer.Value;
        _terms = await Training.VocabularyAsync();
        _names = await Names.OfAsync(_asked.Rows, _heat.Rows.Select(row => row.Key));
    }

    private async Task SeatsAsync()
    {
        var request = _asked.ToSeats(_problems);
        var answer = await Calls.TrainingFigures((figures, options) => figures.GetSeatFiguresAsync(request, options));
        if (answer.Succeeded)
        {
            _seats = answer.Value;
            if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            _names = await Names.OfAsync(_asked.Rows, _seats.Rows.Select(row => row.Key));
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(TrainingFiguresForm.Named));
        }
        else
        {
            Fail(answer.Problem);
        }
    }

    // Nothing to draw when either of the two is not given.
    private static double Partly(SeatFigureRow row) => row.Attended < 0 || row.Completed < 0 ? 0 : row.Attended - row.Completed;

    private static (string Value, string Text)[] Rows(IReadOnlyList<(string Value, string Text, FigureRows Rows)> all) => [.. all.Skip(1).Select(row => (row.Value, row.Text))];
}
