using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What is looked for in the directory, as the address of the page holds it.</summary>
public sealed record SearchForm
{
    public const string Address = "/annuaire";

    /// <summary>Kilometres offered as the farthest distance.</summary>
    public static readonly IReadOnlyList<string> Radii = ["2", "5", "10", "20", "50"];

    public string Need { get; init; } = "";

    public string Theme { get; init; } = "";

    public string Public { get; init; } = "";

    public string Commune { get; init; } = "";

    /// <summary>INSEE code, once a commune was chosen among several.</summary>
    public string Insee { get; init; } = "";

    public string Radius { get; init; } = "";

    public bool Remote { get; init; }

    public bool TakesReferrals { get; init; }

    public string Page { get; init; } = "";

    public bool HasFilters => Theme.Length > 0 || Public.Length > 0 || Radius.Length > 0 || Remote || TakesReferrals;

    public static SearchForm Of(IQueryCollection query) => new()
    {
        Need = Text(query, "besoin", 500),
        Theme = Text(query, "theme", 100),
        Public = Text(query, "public", 100),
        Commune = Text(query, "commune", 100),
        Insee = Text(query, "insee", 5),
        Radius = Radii.Contains(Text(query, "rayon", 2)) ? Text(query, "rayon", 2) : "",
        Remote = Text(query, "a-distance", 1) == "1",
        TakesReferrals = Text(query, "orientables", 1) == "1",
        Page = Text(query, "page", 2000),
    };

    public SearchServicesRequest ToRequest(string insee)
    {
        var request = new SearchServicesRequest
        {
            Text = Need,
            Commune = insee,
            RemoteOnly = Remote,
            AcceptsReferralsOnly = TakesReferrals,
            PageToken = Page,
        };
        if (Theme.Length > 0) request.Themes.Add(Theme);
        if (Public.Length > 0) request.Publics.Add(Public);
        // A distance from nowhere means nothing.
        if (Radius.Length > 0 && insee.Length > 0) request.RadiusMeters = int.Parse(Radius, CultureInfo.InvariantCulture) * 1000;
        return request;
    }

    /// <summary>The address of this search.</summary>
    public string ToAddress() => QueryHelpers.AddQueryString(Address, Fields().Where(field => field.Value.Length > 0)
        .Select(field => KeyValuePair.Create<string, string?>(field.Key, field.Value)));

    private Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["besoin"] = Need,
        ["commune"] = Commune,
        ["insee"] = Insee,
        ["theme"] = Theme,
        ["public"] = Public,
        ["rayon"] = Radius,
        ["a-distance"] = Remote ? "1" : "",
        ["orientables"] = TakesReferrals ? "1" : "",
        ["page"] = Page,
    };

    private static string Text(IQueryCollection query, string name, int longest)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= longest ? text : text[..longest];
    }
}
