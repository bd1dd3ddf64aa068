using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What is looked for in the directory, as the address of the page holds it. Filters of several values may be repeated there.</summary>
public sealed record SearchForm
{
    public const string Address = "/annuaire";

    private const int MostValues = 20;
    private const int LongestCode = 100;

    /// <summary>Kilometres offered as the farthest distance.</summary>
    public static readonly IReadOnlyList<string> Radii = ["2", "5", "10", "20", "50"];

    public string Need { get; init; } = "";

    public string Commune { get; init; } = "";

    /// <summary>INSEE code, once a commune was chosen among several.</summary>
    public string Insee { get; init; } = "";

    public string Radius { get; init; } = "";

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> Publics { get; init; } = [];

    public IReadOnlyList<string> Fees { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Accessibility { get; init; } = [];

    public IReadOnlyList<string> Typologies { get; init; } = [];

    public bool OnSite { get; init; }

    public bool Remote { get; init; }

    public bool TakesReferrals { get; init; }

    public bool HasRoom { get; init; }

    public bool OpenNow { get; init; }

    /// <summary>Day and hour at which it must be open, as typed.</summary>
    public string Day { get; init; } = "";

    public string Hour { get; init; } = "";

    public string Page { get; init; } = "";

    public bool HasFilters =>
        Radius.Length + Day.Length + Hour.Length > 0 || OpenNow
        || SearchFilter.All.Any(filter => filter.ValuesOf(this).Count > 0) || SearchSwitch.All.Any(each => each.IsOn(this));

    /// <summary>The same question without its filters.</summary>
    public SearchForm Bare => new() { Need = Need, Commune = Commune, Insee = Insee };

    public static SearchForm Of(IQueryCollection query) => new()
    {
        Need = Text(query, "besoin", 500),
        Commune = Text(query, "commune", 100),
        Insee = Text(query, "insee", 5),
        Radius = Radii.Contains(Text(query, "rayon", 2)) ? Text(query, "rayon", 2) : "",
        Themes = Codes(query, "theme"),
        Publics = Codes(query, "public"),
        Fees = Codes(query, "frais"),
        Types = Codes(query, "type"),
        Languages = Codes(query, "langue"),
        Accessibility = Codes(query, "accueil-adapte"),
        Typologies = Codes(query, "institution"),
        OnSite = IsTicked(query, "sur-place"),
        Remote = IsTicked(query, "a-distance"),
        TakesReferrals = IsTicked(query, "orientables"),
        HasRoom = IsTicked(query, "places"),
        OpenNow = IsTicked(query, "ouvert"),
        Day = Text(query, "jour", 30),
        Hour = Text(query, "heure", 10),
        Page = Text(query, "page", 2000),
    };

    public SearchServicesRequest ToRequest(string insee, Timestamp? open)
    {
        var request = new SearchServicesRequest
        {
            Text = Need,
            Commune = insee,
            Themes = { Themes },
            Publics = { Publics },
            Fees = { Fees },
            Types_ = { Types },
            Languages = { Languages },
            Accessibility = { Accessibility },
            Typologies = { Typologies },
            OnSiteOnly = OnSite,
            RemoteOnly = Remote,
            AcceptsReferralsOnly = TakesReferrals,
            WithRoomOnly = HasRoom,
            OpenTime = open,
            WithFacets = true,
            View = SearchView.Basic,
            PageToken = Page,
        };
        // A distance from nowhere means nothing.
        if (Radius.Length > 0 && insee.Length > 0) request.RadiusMeters = int.Parse(Radius, CultureInfo.InvariantCulture) * 1000;
        return request;
    }

    /// <summary>
    /// "Now" written out as a day and an hour. The next page must ask for the same moment as the first: the service refuses to go
    /// on with another question.
    /// </summary>
    public SearchForm Pinned(TimeProvider clock)
    {
        if (!OpenNow || Day.Length > 0 || Hour.Length > 0) return this;
        var now = TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, French.Paris);
        return this with { OpenNow = false, Day = FrenchInput.Field(DateOnly.FromDateTime(now)), Hour = now.ToString("HH:mm", CultureInfo.InvariantCulture) };
    }

    /// <summary>The moment at which it must be open, null when any will do; what cannot be read is added to the problems.</summary>
    public Timestamp? Moment(TimeProvider clock, List<FieldProblem> problems)
    {
        var asked = Pinned(clock);
        if (asked.Day.Length + asked.Hour.Length == 0) return null;

        // An hour alone is one of today.
        var day = asked.Day.Length == 0 ? French.Today(clock) : FrenchInput.Day(asked.Day);
        var hour = FrenchInput.Hour(asked.Hour);
        if (day is null) problems.Add(new("jour", Label.Message("field.date-unreadable"), "Jour"));
        if (hour is null) problems.Add(new("heure", Label.Message(asked.Hour.Length == 0 ? "field.required" : "field.time-unreadable"), "Heure"));
        return day is { } on && hour is { } at ? FrenchInput.Instant(on, at) : null;
    }

    /// <summary>The address of this search.</summary>
    public string ToAddress() => QueryHelpers.AddQueryString(Address, Fields().Where(field => field.Value.Length > 0)
        .Select(field => KeyValuePair.Create<string, string?>(field.Key, field.Value)));

    private IEnumerable<(string Key, string Value)> Fields() =>
    [
        ("besoin", Need),
        ("commune", Commune),
        ("insee", Insee),
        ("rayon", Radius),
        .. SearchFilter.All.SelectMany(filter => filter.ValuesOf(this).Select(value => (filter.Parameter, value))),
        .. SearchSwitch.All.Select(each => (each.Parameter, each.IsOn(this) ? "1" : "")),
        ("ouvert", OpenNow ? "1" : ""),
        ("jour", Day),
        ("heure", Hour),
        ("page", Page),
    ];

    private static bool IsTicked(IQueryCollection query, string name) => Text(query, name, 1) == "1";

    private static string Text(IQueryCollection query, string name, int longest)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= longest ? text : text[..longest];
    }

    private static IReadOnlyList<string> Codes(IQueryCollection query, string name) =>
    [
        .. query[name].OfType<string>().Select(code => code.Trim()).Where(code => code.Length is > 0 and <= LongestCode)
            .Distinct(StringComparer.Ordinal).Take(MostValues),
    ];
}
