using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a governance body and its members.</summary>
public sealed partial class EditBodyPage
{
    public const string New = BodiesPage.Address + "/nouvelle";
    private const string Change = BodiesPage.Address + "/modifier";
    private const string Handler = "instance";
    private const int MoreRows = 3;

    private Body _body = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<Institution> _institutions = [];

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Id => Http.Request.Query["instance"].ToString();

    private bool IsNew => Id.Length == 0;

    private string Title => IsNew ? "Ajouter une instance" : "Modifier une instance";

    private string Here => IsNew ? New : AddressOf(_body.Name);

    private string Etag => EtagOf(_body.Etag);

    /// <summary>The page that changes a body.</summary>
    public static string AddressOf(string name) => $"{Change}?instance={ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        if (!IsNew)
        {
            var answer = await Calls.Bodies((bodies, options) => bodies.GetBodyAsync(new() { Name = "bodies/" + Id }, options));
            if (!answer.Succeeded)
            {
                Fail(answer.Problem);
                return;
            }

            _body = answer.Value;
        }

        _institutions = await Names.AllAsync();
        _values = IsPost ? Form : BodyForm.ValuesOf(_body);
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (Form.Text("etape") == FormRows.More)
        {
            _values = Form.With((FormRows.Counter(BodyForm.Members.Word), $"{FormRows.Count(Form, BodyForm.Members.Word) + MoreRows}"));
            return;
        }

        var form = BodyForm.Of(Form, _body.Name);
        form.Body.Etag = Etag;
        var answer = IsNew
            ? await Calls.Bodies((bodies, options) => bodies.CreateBodyAsync(new() { Body = form.Body, RequestId = Deed }, options))
            : await Calls.Bodies((bodies, options) => bodies.UpdateBodyAsync(new() { Body = form.Body, RequestId = Deed }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{BodyPage.AddressOf(answer.Value.Name)}?fait=instance-enregistrer");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }

    private static string Control(int row, string field) => FormRows.Control(BodyForm.Members.Word, row, field);
}
