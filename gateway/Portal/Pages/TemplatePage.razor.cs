using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Writes a template:
/// <code>
/// draft → published → (a new draft beside it) → published
///                └→ archived
/// </code>
/// </summary>
public sealed partial class TemplatePage
{
    public const string New = TemplatesPage.Address + "/nouveau";
    private const string Handler = "modele";
    private const string SaveStep = "enregistrer";
    private const string PublishStep = "publier";
    private const string ArchiveStep = "archiver";
    private const int MoreRows = 3;

    private Template _template = new();
    private FormValues _values = FormValues.Empty;

    [Parameter]
    public string? Id { get; set; }

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Écrire un modèle" : _template.Title;

    private string Here => IsNew ? New : AddressOf(_template.Name);

    private string Etag => EtagOf(_template.Etag);

    private IReadOnlyList<string> Unresolved => TemplateForm.Unresolved(_template);

    private IReadOnlyList<string> Unused => TemplateForm.Unused(_template);

    private IReadOnlyList<(string Value, string Text)> Clauses => [.. _template.Clauses.Select((clause, index) => (clause.Key, $"{index + 1}. {clause.Title}"))];

    /// <summary>The page of a template.</summary>
    public static string AddressOf(string name) => $"{TemplatesPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        if (!IsNew)
        {
            var answer = await Calls.Templates((templates, options) => templates.GetTemplateAsync(new() { Name = "templates/" + Id }, options));
            if (!answer.Succeeded)
            {
                Fail(answer.Problem);
                return;
            }

            _template = answer.Value;
        }

        // Publishing and archiving send no text: what the page shows stays as it is kept.
        _values = IsPost && Form.Has("titre") ? Form : TemplateForm.ValuesOf(_template);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        switch (Form.Text("etape"))
        {
            case FormRows.More:
                _values = TemplateForm.Longer(Form, MoreRows);
                break;
            case PublishStep:
                var publish = new PublishTemplateRequest { Name = _template.Name, Etag = Etag, RequestId = Deed };
                Finish(await Calls.Templates((templates, options) => templates.PublishTemplateAsync(publish, options)), "publier", problem => [new("", ConventionProblems.Sentence(problem))]);
                break;
            case ArchiveStep:
                var archive = new ArchiveTemplateRequest { Name = _template.Name, Etag = Etag, RequestId = Deed };
                Finish(await Calls.Templates((templates, options) => templates.ArchiveTemplateAsync(archive, options)), "archiver", problem => [new("", problem.Sentence)]);
                break;
            default:
                await SaveAsync();
                break;
        }
    }

    private async Task SaveAsync()
    {
        _values = Form;
        var form = TemplateForm.Of(Form, _template.Name);
        form.Template.Etag = Etag;
        var id = form.IsReadable ? Deed : "";
        var answer = IsNew
            ? await Calls.Templates((templates, options) => templates.CreateTemplateAsync(new() { Template = form.Template, RequestId = id }, options))
            : await Calls.Templates((templates, options) => templates.UpdateTemplateAsync(new() { Template = form.Template, RequestId = id }, options));
        Finish(answer, "enregistrer", form.Together);
    }

    private void Finish(Answer<Template> answer, string done, Func<CallProblem, IReadOnlyList<FieldProblem>> explain)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{AddressOf(answer.Value.Name)}?fait=modele-{done}");
            return;
        }

        Refuse(answer.Problem, explain);
    }

    private static string Variable(int row, string field) => FormRows.Control(TemplateForm.Variables.Word, row, field);

    private static string Commitment(int row, string field) => FormRows.Control(TemplateForm.Commitments.Word, row, field);
}
