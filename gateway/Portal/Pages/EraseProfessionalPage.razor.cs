using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Erases what tells whose record it is, after it was said twice: by the institution, or by the person.</summary>
public sealed partial class EraseProfessionalPage
{
    public const string Own = OwnRecordPage.Address + "/effacer";
    private const string Handler = "effacer";

    private Professional _professional = new();
    private IReadOnlyList<FieldProblem> _problems = [];

    [Parameter]
    public string? Id { get; set; }

    private bool IsOwn => Id is null;

    private string Name => IsOwn ? OwnRecordPage.Record : "professionals/" + Id;

    private string Here => IsOwn ? Own : AddressOf(Name);

    private string Back => IsOwn ? OwnRecordPage.Address : ProfessionalPage.AddressOf(Name);

    /// <summary>The page that erases the record of a professional.</summary>
    public static string AddressOf(string name) => $"{ProfessionalPage.AddressOf(name)}/effacer";

    protected override async Task LoadAsync()
    {
        if (!IsOwn && !User.CanLeadTeam)
        {
            Fail(CallProblem.NotAllowed);
            return;
        }

        var answer = await Calls.Professionals((professionals, options) => professionals.GetProfessionalAsync(new() { Name = Name }, options));
        if (answer.Succeeded) _professional = answer.Value;
        else Fail(answer.Problem);
    }

    private async Task EraseAsync()
    {
        if (Problem is not null) return;
        if (!Form.Has(ActionForm.ConfirmationField))
        {
            _problems = [new(ActionForm.ConfirmationField, Label.Message("field.confirmation-required"), "Confirmation")];
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var request = new EraseProfessionalRequest { Name = _professional.Name, RequestId = RequestId.Of(Form) };
        var answer = await Calls.Professionals((professionals, options) => professionals.EraseProfessionalAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Back}?fait=professionnel-effacer");
            return;
        }

        Reject(answer.Problem);
        _problems = [new("", answer.Problem.Sentence)];
    }
}
