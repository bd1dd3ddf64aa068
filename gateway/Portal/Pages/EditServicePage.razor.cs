using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Writes a service:
/// <code>
/// form → preview → published
///   └──→ draft ──┘        └→ archived
/// </code>
/// The preview is the public page as it will be. It is a dry run: the directory is asked to publish without a request id, so it
/// names all it finds wrong and changes nothing.
/// </summary>
public sealed partial class EditServicePage
{
    public const string New = "/mes-services/nouveau";
    private const string Change = "/mes-services/modifier";
    private const string Handler = "fiche";
    private const int MostPlaces = 200;

    private readonly List<Structure> _structures = [];
    private IReadOnlyList<(string Value, string Text)> _places = [];
    private Service _service = new();
    private FormValues _values = FormValues.Empty;
    private Service? _preview;
    private IReadOnlyList<FieldProblem> _problems = [];
    private string _key = "";
    private string _requestId = "";
    private bool _stale;

    private string Id => Http.Request.Query["service"].ToString();

    private string Asked => Http.Request.Query["lieu"].ToString();

    private bool IsNew => Id.Length == 0;

    private string Title => IsNew ? "Ajouter un service" : "Modifier un service";

    // The version that was read when the form was first shown: a change made since must not be overwritten unseen.
    private string Etag => IsPost && !_stale ? Form.Text(ActionForm.EtagField) : _service.Etag;

    private string Here => IsNew ? New : AddressOf(_service.Name);

    /// <summary>The page that changes a service.</summary>
    public static string AddressOf(string service) => $"{Change}?service={ResourceId.InAddress(service)}";

    /// <summary>The page that adds a service to a place.</summary>
    public static string NewAt(string place) => $"{New}?lieu={ResourceId.InAddress(place)}";

    protected override async Task LoadAsync()
    {
        // The id of a new service is chosen with the form: sent twice, it is still one service.
        _key = Guid.TryParse(Form.Text("cle"), out var key) ? key.ToString() : Guid.NewGuid().ToString();
        _requestId = RequestId.Of(Form);
        if (IsNew) _service = new() { Name = $"services/reseau--{_key}" };
        else if (!await ReadAsync()) return;

        var ours = new ListStructuresRequest { Institution = User.Institution ?? "", PageSize = MostPlaces };
        var places = await Calls.Partners((partners, options) => partners.ListStructuresAsync(ours, options));
        if (!places.Succeeded)
        {
            Fail(places.Problem);
            return;
        }

        _structures.AddRange(places.Value.Structures);
        // In the house of another institution, or in a place merged since: the service stays there unless somebody moves it.
        if (!IsNew) await AddPlaceAsync(_service.Structure, _ => true);
        // A place to choose among one is chosen.
        if (!IsPost && IsNew) _service.Structure = Asked.Length > 0 ? "structures/" + Asked : _structures is [var only] ? only.Name : "";
        _values = IsPost ? Form : ServiceForm.ValuesOf(_service);
        // A place written a moment ago may not be listed yet, and an institution may have more than a list holds.
        await AddPlaceAsync(Typed("lieu"), place => User.MayWrite(place.Institution));
        _places = [.. _structures.Select(place => (place.Name, Describe(place)))];
    }

    private async Task AddPlaceAsync(string name, Func<Structure, bool> mayBeChosen)
    {
        if (name.Length == 0 || _structures.Exists(place => place.Name == name)) return;
        var answer = await Calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = name }, options));
        if (answer.Succeeded && mayBeChosen(answer.Value)) _structures.Add(answer.Value);
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = "services/" + Id }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!User.MayWrite(answer.Value.Institution)) Fail(CallProblem.NotAllowed);
        else _service = answer.Value;
        return Problem is null;
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var step = Form.Text("etape");
        if (step == "archiver")
        {
            Finish(await ArchiveAsync(), step);
            return;
        }

        var form = ServiceForm.Of(Form, _service);
        var wanted = form.Service;
        wanted.Etag = Etag;
        if (step is "publier" or "brouillon")
        {
            var id = form.IsReadable ? _requestId : "";
            Finish(step == "publier" ? await PublishAsync(wanted, id) : await SaveAsync(wanted, id), step, form);
        }
        else
        {
            await PreviewAsync(form, wanted);
        }
    }

    private async Task PreviewAsync(ServiceForm form, Service wanted)
    {
        var answer = await PublishAsync(wanted, id: "");
        // A directory that publishes without request id would be a bug; then it is done, and there is nothing to preview.
        if (answer.Succeeded || !answer.Problem.Fields.Any(violation => violation.Field == "request_id"))
        {
            Finish(answer, "publier", form);
            return;
        }

        _problems = form.Together(answer.Problem);
        if (_problems.Count == 0) _preview = wanted;
        else Reject(answer.Problem);
    }

    private void Finish(Answer<Service> answer, string done, ServiceForm? form = null)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{OwnServicesPage.Address}?fait={done}");
            return;
        }

        Reject(answer.Problem);
        _stale = answer.Problem.IsStale;
        if (_stale)
        {
            // What was typed may now be saved over the version just read, knowingly; under a new id, because it is another deed.
            _requestId = RequestId.New();
        }
        else
        {
            _problems = form?.Together(answer.Problem) ?? [new("", answer.Problem.Sentence)];
        }
    }

    private Task<Answer<Service>> PublishAsync(Service wanted, string id)
    {
        var request = new PublishServiceRequest { Service = wanted, RequestId = id };
        return Calls.Partners((partners, options) => partners.PublishServiceAsync(request, options));
    }

    private Task<Answer<Service>> SaveAsync(Service wanted, string id)
    {
        var request = new SaveServiceDraftRequest { Service = wanted, RequestId = id };
        return Calls.Partners((partners, options) => partners.SaveServiceDraftAsync(request, options));
    }

    private Task<Answer<Service>> ArchiveAsync()
    {
        var request = new ArchiveServiceRequest { Name = _service.Name, Etag = Etag, RequestId = _requestId };
        return Calls.Partners((partners, options) => partners.ArchiveServiceAsync(request, options));
    }

    private Structure PlaceOf(Service service) => _structures.FirstOrDefault(place => place.Name == service.Structure) ?? new();

    private string Typed(string control) => _values.Text(control);

    private static string Describe(Structure place) => place.Address is { Commune.Length: > 0 } address ? $"{place.DisplayName}, {address.Commune}" : place.DisplayName;
}
