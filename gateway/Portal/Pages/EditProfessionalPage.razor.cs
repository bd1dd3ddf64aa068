using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes the record of a professional: a new one and any of the institution's by who leads them, one's own by oneself.</summary>
public sealed partial class EditProfessionalPage
{
    public const string New = TeamPage.Address + "/ajouter";
    public const string Own = OwnRecordPage.Address + "/modifier";
    private const string Handler = "fiche";

    private Professional _professional = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<(string Value, string Text)> _places = [];

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public OwnPlaces OwnPlaces { get; set; } = null!;

    private bool IsOwn => Http.Request.Path.StartsWithSegments(OwnRecordPage.Address, StringComparison.Ordinal);

    private bool IsNew => !IsOwn && Id is null;

    private string Name => IsOwn ? OwnRecordPage.Record : "professionals/" + Id;

    private string Title => IsNew ? "Ajouter un professionnel" : IsOwn ? "Corriger ma fiche" : "Modifier la fiche";

    private string Here => IsNew ? New : IsOwn ? Own : AddressOf(Name);

    private string Back => IsNew ? TeamPage.Address : IsOwn ? OwnRecordPage.Address : ProfessionalPage.AddressOf(Name);

    private string Etag => EtagOf(_professional.Etag);

    /// <summary>The page that changes the record of a professional.</summary>
    public static string AddressOf(string name) => $"{ProfessionalPage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        if (!IsOwn && !User.CanLeadTeam)
        {
            Fail(CallProblem.NotAllowed);
            return;
        }

        if (!IsNew)
        {
            var answer = await Calls.Professionals((professionals, options) => professionals.GetProfessionalAsync(new() { Name = Name }, options));
            if (!answer.Succeeded)
            {
                Fail(answer.Problem);
                return;
            }

            _professional = answer.Value;
        }

        _values = IsPost ? Form : ProfessionalForm.ValuesOf(_professional);
        var ours = await OwnPlaces.OfAsync(User.Institution ?? "");
        // Those of other institutions stay chosen unless somebody takes them away.
        var others = await Places.OfAllAsync(_professional.Sites.Except(ours.Select(place => place.Value), StringComparer.Ordinal));
        _places = [.. ours, .. others.Select(place => (place.Key, place.Value))];
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;

        var form = ProfessionalForm.Of(Form, _professional, IsOwn);
        form.Professional.Etag = Etag;
        var id = form.IsReadable ? Deed : "";
        var answer = IsNew
            ? await Calls.Professionals((professionals, options) => professionals.CreateProfessionalAsync(new() { Professional = form.Professional, RequestId = id }, options))
            : await Calls.Professionals((professionals, options) => professionals.UpdateProfessionalAsync(new() { Professional = form.Professional, RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo(IsOwn ? $"{OwnRecordPage.Address}?fait=profil-modifier" : $"{ProfessionalPage.AddressOf(answer.Value.Name)}?fait=professionnel-{(IsNew ? "ajouter" : "modifier")}");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }
}
