using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Hosts;

// Services that a test adds to what every search finds.
public sealed partial class DirectoryStandIn
{
    public List<SearchHit> Others { get; } = [];

    /// <summary>A service that takes referrals, found by every search from now on.</summary>
    public string GivenOther(string name, string institution)
    {
        var hit = Hit($"services/{Guid.NewGuid():N}", "Le besoin est exactement le leur");
        (hit.Service.DisplayName, hit.Service.Institution, hit.Service.AcceptsReferrals) = (name, institution, true);
        hit.InstitutionDisplayName = institution;
        hit.Reasons[0].Kind = SearchReason.Types.Kind.Theme;
        Others.Add(hit);
        return hit.Service.Name;
    }
}
