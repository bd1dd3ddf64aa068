using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The conventions of the institution, or of the network: what waits for the reader on top, then the list, or the calendar of ends.</summary>
public sealed partial class ConventionsPage
{
    public const string Address = "/conventions";
    public const string Calendar = Address + "?vue=" + ConventionListForm.Calendar;
    private const int Few = 5;

    private readonly List<FieldProblem> _problems = [];
    private ConventionListForm _asked = new();
    private ListConventionsResponse _page = new();
    private IReadOnlyList<Convention> _toSign = [];
    private IReadOnlyList<Convention> _ending = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Title => _asked.IsCalendar ? "Ce qui se termine" : "Conventions";

    private string Bare => _asked.IsCalendar ? Calendar : Address;

    // As the contract says: agents and referents read, and take no file away.
    private bool CanExport => User.CanWriteConventions || User.CanLookAfterNetwork;

    private IEnumerable<(string Quarter, IEnumerable<Convention> Conventions)> Quarters =>
        _page.Conventions.GroupBy(convention => QuarterOf(convention.Content), StringComparer.Ordinal).Select(group => (group.Key, group.AsEnumerable()));

    protected override async Task LoadAsync()
    {
        _asked = ConventionListForm.Of(Http.Request.Query);
        var request = _asked.ToRequest(_problems);
        var answer = await Calls.Conventions((conventions, options) => conventions.ListConventionsAsync(request, options));
        if (answer.Succeeded)
        {
            _page = answer.Value;
            if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            if (!_asked.HasFilters && !_asked.IsCalendar && _asked.Page.Length == 0) await WhatWaitsAsync();
            _names = await Names.OfAllAsync(_page.Conventions.SelectMany(convention => convention.Content.Parties).Select(party => party.Institution));
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(ConventionListForm.Named));
        }
        else
        {
            Fail(answer.Problem);
        }
    }

    // The list is useful without them.
    private async Task WhatWaitsAsync()
    {
        if (User.CanSign) _toSign = await SomeAsync(new() { PageSize = Few, ToSign = true });
        _ending = await SomeAsync(new() { PageSize = Few, States = { State.Expiring } });
    }

    private async Task<IReadOnlyList<Convention>> SomeAsync(ListConventionsRequest request)
    {
        var answer = await Calls.Conventions((conventions, options) => conventions.ListConventionsAsync(request, options));
        return answer.Succeeded ? answer.Value.Conventions : [];
    }

    private static string QuarterOf(Content content) => French.DayOf(content.EndDate) is not { } end ? "Sans date de fin"
        : string.Create(French.Culture, $"{(end.Month < 4 ? "1er" : $"{(end.Month + 2) / 3}e")} trimestre {end.Year}");
}
