using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Signing, in three steps on one page: read, confirm who one is, sign. Opening it signs nothing. What is sent back is the hash that was on
/// the page: a document changed meanwhile is not signed.
/// <code>
/// read → password asked again by the identity provider → sign
/// </code>
/// </summary>
public sealed partial class SignConventionPage
{
    /// <summary>What the page of the convention is told after a signature.</summary>
    public const string Done = "convention-" + SignWord;

    private const string Handler = "signer";
    private const string SignWord = "signer";
    private const string DeclineWord = "refuser";
    private const string HashField = "empreinte";

    // The service takes five minutes; half a minute is left for reading the last lines and pressing the button.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(4.5);

    private Convention _convention = new() { Content = new() };
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<FieldProblem> _problems = [];
    private bool _changed;
    private bool _tooOld;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Name => "conventions/" + Id;

    private string Address => AddressOf(Name);

    private Party? Ours => _convention.Content.Parties.FirstOrDefault(party => party.Institution == User.Institution);

    private Signature? Given => _convention.Signatures.FirstOrDefault(signature => signature.Institution == User.Institution);

    private bool IsLast => _convention.Signatures.Count + 1 == _convention.Content.Parties.Count;

    // In its turn: the others wait for those before them.
    private bool MaySign => Can("SignConvention") && _convention.NextSigners.Contains(User.Institution ?? "");

    private bool IsConfirmed => !_tooOld && User.AuthenticatedAt is { } at && Clock.GetUtcNow() - at < Fresh;

    /// <summary>The page on which a convention is signed.</summary>
    public static string AddressOf(string name) => ConventionPage.AddressOf(name) + "/signer";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Conventions((conventions, options) => conventions.GetConventionAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _convention = answer.Value;
        _convention.Content ??= new();
        _names = await Names.OfAllAsync([User.Institution ?? "", _convention.SuspendedBy, .. _convention.Content.Parties.Select(party => party.Institution)]);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var answer = IsSent(DeclineWord) ? await DeclineAsync() : await SignAsync();
        if (answer is not { } given) return;
        if (given.Succeeded)
        {
            Navigation.NavigateTo($"{ConventionPage.AddressOf(Name)}?fait={(IsSent(DeclineWord) ? $"convention-{DeclineWord}" : Done)}");
            return;
        }

        if (given.Problem.Reason == "SIGN_IN_TOO_OLD" && User.AuthenticatedAt is { } at && Clock.GetUtcNow() - at >= Fresh)
        {
            Navigation.NavigateTo(SignInRoutes.ConfirmLink(Address));
            return;
        }

        Explain(given.Problem);
        // The page then shows the document as it is now.
        await LoadAsync();
    }

    private async Task<Answer<Convention>?> SignAsync()
    {
        if (!Form.Has("mandat"))
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            _problems = [new("mandat", Label.Message("field.confirmation-required"), "Votre mandat")];
            return null;
        }

        var request = new SignConventionRequest { Name = Name, DocumentSha256 = Form.Text(HashField), MandateHeld = true, RequestId = RequestId.Of(Form) };
        return await Calls.Conventions((conventions, options) => conventions.SignConventionAsync(request, options));
    }

    private async Task<Answer<Convention>?> DeclineAsync()
    {
        var request = new DeclineConventionRequest { Name = Name, Etag = Form.Text(ActionForm.EtagField), Reason = Form.Text("raison"), RequestId = RequestId.Of(Form) };
        return await Calls.Conventions((conventions, options) => conventions.DeclineConventionAsync(request, options));
    }

    private void Explain(CallProblem problem)
    {
        Reject(problem);
        _changed = problem.IsStale || problem.Reason == "DOCUMENT_NOT_THE_ONE_SHOWN";
        _tooOld = problem.Reason == "SIGN_IN_TOO_OLD";
        if (_changed) return;
        _problems = problem.Fields.Count == 0
            ? [new("", ConventionProblems.Sentence(problem))]
            : [.. problem.Fields.Select(violation => violation with { Field = violation.Field == "reason" ? "raison" : violation.Field == "mandate_held" ? "mandat" : "" })];
    }

    private bool Can(string method) => _convention.Possible.Contains(method);

    private bool IsSent(string word) => IsPost && Form.Text(ActionForm.ActionField) == word;
}
