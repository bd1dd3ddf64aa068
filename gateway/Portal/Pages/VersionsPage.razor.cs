using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Conventions.V1.PartComparison.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Two versions of a convention side by side: what was taken out is struck through and said, what was added is underlined and said.</summary>
public sealed partial class VersionsPage
{
    private IReadOnlyList<PartComparison> _parts = [];
    private int _from;
    private int _to;

    [Parameter]
    public string Id { get; set; } = "";

    private string Name => "conventions/" + Id;

    private string Address => ConventionPage.AddressOf(Name) + "/versions";

    private IReadOnlyList<PartComparison> Changed => [.. _parts.Where(part => part.Fate != Fate.Same)];

    private IReadOnlyList<PartComparison> Same => [.. _parts.Where(part => part.Fate == Fate.Same)];

    private string Summary => Changed.Count == 0 ? "Ces deux versions disent la même chose."
        : $"{French.Count(Changed.Count, "partie a changé", "parties ont changé")}, {French.Count(Same.Count, "reste la même", "restent les mêmes")}.";

    /// <summary>The page that compares two versions.</summary>
    public static string AddressOf(string name, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{ConventionPage.AddressOf(name)}/versions?de={from}&a={to}");

    protected override async Task LoadAsync()
    {
        (_from, _to) = (Asked("de"), Asked("a"));
        var request = new CompareVersionsRequest { Name = Name, FromVersion = _from, ToVersion = _to };
        var answer = await Calls.Conventions((conventions, options) => conventions.CompareVersionsAsync(request, options));
        if (answer.Succeeded) _parts = answer.Value.Parts;
        else Fail(answer.Problem);
    }

    private int Asked(string field) => int.TryParse(Http.Request.Query[field], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string TitleOf(PartComparison part) => part.Title.Length > 0 ? part.Title : Label.OfConvention("terms", part.Key.Replace("terms.", "", StringComparison.Ordinal));
}
