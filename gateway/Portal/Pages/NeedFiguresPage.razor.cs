using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>How many needs there are, of what and whose: a drawing that is also a table, and a file.</summary>
public sealed partial class NeedFiguresPage
{
    public const string Address = NeedsPage.Address + "/chiffres";

    private NeedFiguresForm _asked = new("", "");
    private NeedFigures _figures = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public FigureNames Names { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private static (string Kind, string Text)[] Legend { get; } = [("bar-completed", "prévus dans un plan"), ("bar-absent", "sans réponse encore")];

    private BarDrawing Bars => BarDrawing.Of(
    [
        .. _figures.Rows.GroupBy(row => row.Subject, StringComparer.Ordinal).Select(subject => (Subject: subject.Key, Needs: subject.Sum(row => row.Needs), Planned: subject.Sum(row => row.Planned)))
            .OrderByDescending(subject => subject.Needs)
            .Select(subject => (NeedWords.Subject(subject.Subject, _terms),
                (IReadOnlyList<(double, string)>)[(subject.Planned, "bar-completed"), (subject.Needs - subject.Planned, "bar-absent")], French.Number(subject.Needs))),
    ]);

    protected override async Task LoadAsync()
    {
        _asked = NeedFiguresForm.Of(Http.Request.Query);
        var request = _asked.ToRequest();
        var answer = await Calls.Needs((needs, options) => needs.GetNeedFiguresAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _figures = answer.Value;
        _terms = await Training.VocabularyAsync();
        _names = await Names.OfAsync(_asked.Rows, _figures.Rows.Select(row => row.Key));
    }
}
