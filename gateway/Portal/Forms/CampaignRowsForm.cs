using Microsoft.AspNetCore.WebUtilities;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>By what the results of a campaign are counted, and whose words are read, as the address of the page holds it.</summary>
/// <param name="By">Word of what rows stand for.</param>
/// <param name="Words">Key of the question whose words are read; empty for none.</param>
/// <param name="Page">Where the page of words begins.</param>
public sealed record CampaignRowsForm(string By, string Words, string Page)
{
    /// <summary>What the rows are.</summary>
    public FigureRows Rows => Row.Rows;

    /// <summary>What the rows are, in words.</summary>
    public string RowsTitle => Row.Text;

    /// <summary>What rows may stand for instead of institutions, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Others { get; } = [.. TrainingFiguresForm.SkillRows.Skip(1).Select(row => (row.Value, row.Text))];

    private (string Value, string Text, FigureRows Rows) Row => TrainingFiguresForm.SkillRows.FirstOrDefault(row => row.Value == By, TrainingFiguresForm.SkillRows[0]);

    public static CampaignRowsForm Of(IQueryCollection query) => new(query["par"].ToString(), query["mots"].ToString(), query["page"].ToString());

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page, new[] { ("par", By), ("mots", Words), ("page", Page) }.Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
