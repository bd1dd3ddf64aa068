using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Writes a place: form → preview → published, then the page that everybody sees. Somebody else's change made meanwhile stays, until the
/// person has seen it and publishes all the same. The preview is the public page as it will be. It is a dry run: see
/// <see cref="EditServicePage" />.
/// </summary>
public sealed partial class EditPlacePage
{
    public const string New = "/mes-services/lieux/nouveau";

    /// <summary>What the place's page is told of in its address once the place is published.</summary>
    public const string Done = "lieu";

    private const string Change = "/mes-services/lieux/modifier";
    private const string Handler = "lieu";
    private const string InstitutionControl = "institution";

    private IReadOnlyList<Institution> _institutions = [];
    private Structure _place = new();
    private FormValues _values = FormValues.Empty;
    private CommuneMatch _commune = CommuneMatch.Nothing;
    private Structure? _preview;
    private IReadOnlyList<PlaceComparison>? _conflict;
    private IReadOnlyList<FieldProblem> _problems = [];
    private string _institution = "";
    private string _key = "";
    private string _requestId = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    private string Id => Http.Request.Query["lieu"].ToString();

    private bool IsNew => Id.Length == 0;

    /// <summary>Everybody else writes for the own institution; and a place does not change hands.</summary>
    private bool AsksInstitution => IsNew && User.IsAdministrator;

    private string Title => IsNew ? "Ajouter un lieu" : "Modifier un lieu";

    // The version that was read when the form was first shown: a change made since must not be overwritten unseen.
    private string Etag => IsPost && _conflict is null ? Form.Text(ActionForm.EtagField) : _place.Etag;

    private string Here => IsNew ? New : AddressOf(_place.Name);

    /// <summary>The page that changes a place.</summary>
    public static string AddressOf(string place) => $"{Change}?lieu={ResourceId.InAddress(place)}";

    /// <summary>The page that adds a place to an institution, for somebody who may write it.</summary>
    public static string NewFor(string institution, PortalUser user) =>
        institution == user.Institution ? New : $"{New}?{InstitutionControl}={ResourceId.InAddress(institution)}";

    protected override async Task LoadAsync()
    {
        // The id of a new place is chosen with the form: sent twice, it is still one place.
        _key = Guid.TryParse(Form.Text("cle"), out var key) ? key.ToString() : Guid.NewGuid().ToString();
        _requestId = RequestId.Of(Form);
        if (IsNew) _place = new() { Name = $"structures/reseau--{_key}", Institution = "institutions/" + HolderOfNew() };
        else if (!await ReadAsync()) return;

        _values = IsPost ? Form : PlaceForm.ValuesOf(_place);
        if (!CommuneChoice.IsUntouched(Typed(CommuneChoice.Control), _place.Address ?? new()))
            _commune = await Communes.FindAsync(Typed(CommuneChoice.Control), CommuneChoice.ChosenIn(_values));
        if (AsksInstitution) _institutions = await Names.AllAsync();
        else _institution = await Names.OfAsync(_place.Institution);
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = "structures/" + Id }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!User.MayWrite(answer.Value.Institution)) Fail(CallProblem.NotAllowed);
        else _place = answer.Value;
        return Problem is null;
    }

    private string HolderOfNew()
    {
        var own = ResourceId.Of(User.Institution ?? "");
        if (!AsksInstitution) return own;
        if (IsPost) return Form.Text(InstitutionControl);
        return Http.Request.Query[InstitutionControl].ToString() is { Length: > 0 } asked ? asked : own;
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var form = PlaceForm.Of(Form, _place, _commune);
        form.Place.Etag = Etag;
        if (Form.Text("etape") == "publier") Finish(await PublishAsync(form.Place, form.IsReadable ? _requestId : ""), form);
        else await PreviewAsync(form);
    }

    private async Task PreviewAsync(PlaceForm form)
    {
        var answer = await PublishAsync(form.Place, id: "");
        // A directory that publishes without request id would be a bug; then it is done, and there is nothing to preview.
        if (answer.Succeeded || !answer.Problem.Fields.Any(violation => violation.Field == "request_id"))
        {
            Finish(answer, form);
            return;
        }

        _problems = form.Together(answer.Problem);
        if (_problems.Count == 0) _preview = form.Place;
        else Reject(answer.Problem);
    }

    private void Finish(Answer<Structure> answer, PlaceForm form)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{StructurePage.AddressOf(answer.Value.Name)}?fait={Done}");
            return;
        }

        Reject(answer.Problem);
        if (!answer.Problem.IsStale)
        {
            _problems = form.Together(answer.Problem);
            return;
        }

        // What was typed may now be published over the version just read, knowingly; under a new id, because it is another deed.
        _requestId = RequestId.New();
        _conflict = [.. PlaceComparison.Of(_place, form.Place, new Dictionary<string, string>(StringComparer.Ordinal)).Where(line => line.Differs)];
    }

    private Task<Answer<Structure>> PublishAsync(Structure wanted, string id)
    {
        var request = new PublishStructureRequest { Structure = wanted, RequestId = id };
        return Calls.Partners((partners, options) => partners.PublishStructureAsync(request, options));
    }

    private string Typed(string control) => _values.Text(control);
}
