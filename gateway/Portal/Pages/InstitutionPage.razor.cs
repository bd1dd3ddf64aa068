using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>An institution as who looks after the network sees it: it is archived when it leaves, and brought back, after that was said twice.</summary>
public sealed partial class InstitutionPage
{
    private const string Handler = "agir";
    private const string Archive = "archiver";
    private const string Restore = "restaurer";

    private Institution _institution = new();
    private IReadOnlyList<FieldProblem> _problems = [];

    [Parameter]
    public string Id { get; set; } = "";

    private bool HasLeft => _institution.ArchiveTime is not null;

    /// <summary>The page of an institution.</summary>
    public static string AddressOf(string name) => $"{InstitutionsPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Partners((partners, options) => partners.GetInstitutionAsync(new() { Name = "institutions/" + Id }, options));
        if (answer.Succeeded) _institution = answer.Value;
        else Fail(answer.Problem);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;
        if (!Form.Has(ActionForm.ConfirmationField))
        {
            _problems = [new(ActionForm.ConfirmationField, Label.Message("field.confirmation-required"), "Confirmation")];
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        // What was pressed is done, on what was seen: somebody else may have done it meanwhile.
        var (name, etag, id, returns) = (_institution.Name, Form.Text(ActionForm.EtagField), RequestId.Of(Form), Form.Text(ActionForm.ActionField) == Restore);
        var answer = returns
            ? await Calls.Partners((partners, options) => partners.RestoreInstitutionAsync(new() { Name = name, Etag = etag, RequestId = id }, options))
            : await Calls.Partners((partners, options) => partners.ArchiveInstitutionAsync(new() { Name = name, Etag = etag, RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{AddressOf(name)}?fait={(returns ? "institution-revenue" : "institution-archivee")}");
            return;
        }

        Reject(answer.Problem);
        _problems = [new("", answer.Problem.Sentence)];
    }
}
