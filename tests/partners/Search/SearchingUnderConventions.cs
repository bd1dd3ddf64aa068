using Reseau.Partners.Search;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class SearchingUnderConventions
{
    private static readonly DateOnly End = new(2027, 12, 31);

    [Fact]
    public void Who_is_bound_by_a_convention_comes_first_other_things_equal_and_says_until_when()
    {
        var hits = Network().Search(new() { Bonds = Bound("caf-35") }).Hits;

        Assert.Equal(["b", "a", "c"], hits.Select(hit => hit.ServiceId));
        Assert.Equal((ReasonKind.Convention, "2027-12-31"), hits.Select(hit => hit.Reasons).First().Select(reason => (reason.Kind, reason.Detail)).Single());
        Assert.All(hits, hit => Assert.Equal(hit.Score, hit.Reasons.Sum(reason => reason.Weight), 6));
        Assert.All(hits.Skip(1), hit => Assert.Empty(hit.Reasons));
    }

    [Fact]
    public void Who_may_not_be_sent_anybody_takes_no_referrals_and_is_still_found()
    {
        var bonds = Bound("caf-35") with { Stopped = new HashSet<string>(StringComparer.Ordinal) { "ccas-rennes" } };

        Assert.Equal(["b", "c"], Found(new() { Bonds = bonds, AcceptsReferralsOnly = true }));
        Assert.Equal(["a", "b", "c"], Found(new() { Bonds = bonds }));
    }

    [Fact]
    public void In_a_strict_network_only_who_is_bound_takes_referrals() =>
        Assert.Equal(["b"], Found(new() { Bonds = Bound("caf-35") with { OnlyBound = true }, AcceptsReferralsOnly = true }));

    [Fact]
    public void In_a_strict_network_nobody_takes_referrals_from_who_signed_nothing() =>
        Assert.Empty(Found(new() { Bonds = Bonds.None with { OnlyBound = true }, AcceptsReferralsOnly = true }));

    private static Bonds Bound(string institution) => Bonds.None with { Bound = new Dictionary<string, DateOnly?>(StringComparer.Ordinal) { [institution] = End } };

    private static IEnumerable<string> Found(SearchQuery query) => Network().Search(query).Hits.Select(hit => hit.ServiceId).Order(StringComparer.Ordinal);

    private static Directory Network() => new Directory().With(
        Service("a") with { InstitutionId = "ccas-rennes", AcceptsReferrals = true },
        Service("b") with { InstitutionId = "caf-35", AcceptsReferrals = true },
        Service("c") with { InstitutionId = "mission-locale-rennes", AcceptsReferrals = true });
}
