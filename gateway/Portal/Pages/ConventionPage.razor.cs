using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// One convention: where it stands and what happens next, what can be done now, who has signed, what it says, what was done of it. Writing,
/// comparing and signing have pages of their own.
/// </summary>
public sealed partial class ConventionPage
{
    private const string Handler = "agir";

    private Convention _convention = new() { Content = new() };
    private FollowUp? _followUp;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _services = new Dictionary<string, string>(StringComparer.Ordinal);
    private FormValues _sent = FormValues.Empty;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public GroupNames ServiceNames { get; set; } = null!;

    private string Name => "conventions/" + Id;

    private string Address => AddressOf(Name);

    private List<ConventionActionShape> Possible =>
    [
        .. ConventionActionShape.All.Where(shape => Can(shape.Method)
            // One that is over is renewed, not amended.
            && (shape.Method != "AmendConvention" || shape == ConventionActionShape.Renew || _convention.State != State.Expired)),
    ];

    private IReadOnlyList<(string Value, string Text)> Clauses => [.. _convention.Content.Clauses.Select((clause, index) => (clause.Key, $"{index + 1}. {clause.Title}"))];

    // What agents may not take, the service would refuse.
    private bool CanTakeEvidence => User.CanWriteConventions || User.CanLookAfterNetwork;

    // As long as it could still be signed.
    private bool AsksForMore => _convention.Content.SignatureLevel > Signature.Types.Level.Simple && _convention.State is (State.Draft or State.Proposed or State.PartiallySigned);

    // Their code is worth most when it leaves Réseau on the day they signed.
    private bool HasJustSigned => Http.Request.Query["fait"] == SignConventionPage.Done;

    private bool CanCompare => User.CanSeeBodies;

    /// <summary>The page of a convention.</summary>
    public static string AddressOf(string name) => $"{ConventionsPage.Address}/{ResourceId.InAddress(name)}";

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
        var content = _convention.Content;
        _names = await Names.OfAllAsync(
        [
            _convention.Author, .. content.Parties.Select(party => party.Institution), .. content.ReferralTerms.SelectMany(terms => new[] { terms.From, terms.To }),
            .. content.Commitments.Select(commitment => commitment.Institution), .. _convention.History.Select(entry => entry.Institution).Where(name => name.Length > 0),
            .. VariableWords.Institutions(content),
        ]);
        _services = await ServiceNames.ServicesAsync([.. content.ReferralTerms.SelectMany(terms => terms.Services).Distinct(StringComparer.Ordinal)]);
        if (content.ReferralTerms.Count > 0 && User.CanSeeBodies && _convention.State is State.Active or State.Expiring or State.Suspended) await FollowAsync();
    }

    // The page is useful without it.
    private async Task FollowAsync()
    {
        var answer = await Calls.Conventions((conventions, options) => conventions.GetFollowUpAsync(new() { Name = Name }, options));
        _followUp = answer.Value;
    }

    private async Task ActAsync()
    {
        if (Problem is not null || ConventionDeed.Of(Form, Name) is not { } deed) return;

        var answer = await deed.SendAsync(Calls);
        if (answer.Succeeded)
        {
            // An amendment is another convention, to be written.
            Navigation.NavigateTo($"{AddressOf(answer.Value.Name)}?fait=convention-{deed.Word}");
            return;
        }

        _sent = Form;
        Refuse(answer.Problem, deed.Together);
        // The page then tells the state of things now.
        await LoadAsync();
    }

    private bool Can(string method) => _convention.Possible.Contains(method);

    private bool IsSent(string word) => _sent.Text(ActionForm.ActionField) == word;

    private string? ClauseTitle(string key) => key.Length == 0 ? null : _convention.Content.Clauses.FirstOrDefault(clause => clause.Key == key)?.Title;
}
