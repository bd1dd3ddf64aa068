namespace Reseau.Gateway.Portal.Forms;

/// <summary>A filter that is on or off.</summary>
/// <param name="Field">Field of the contract, which facets may name.</param>
/// <param name="Parameter">Its word in addresses.</param>
/// <param name="Title">What it asks for.</param>
/// <param name="IsOn">Whether it is asked for.</param>
/// <param name="Turn">The same search with it on or off.</param>
public sealed record SearchSwitch(string Field, string Parameter, string Title, Func<SearchForm, bool> IsOn, Func<SearchForm, bool, SearchForm> Turn)
{
    /// <summary>All of them, in the order of the screen.</summary>
    public static readonly IReadOnlyList<SearchSwitch> All =
    [
        new("with_room_only", "places", "Avec de la place", search => search.HasRoom, (search, on) => search with { HasRoom = on }),
        new("accepts_referrals_only", "orientables", "Reçoit des orientations", search => search.TakesReferrals, (search, on) => search with { TakesReferrals = on }),
        new("on_site_only", "sur-place", "Sur place", search => search.OnSite, (search, on) => search with { OnSite = on }),
        new("remote_only", "a-distance", "À distance", search => search.Remote, (search, on) => search with { Remote = on }),
    ];

    /// <summary>The search with it on when it was off, and the other way round; from its first page.</summary>
    public SearchForm Toggle(SearchForm search) => Turn(search, !IsOn(search)) with { Page = "" };
}
