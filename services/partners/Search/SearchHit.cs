namespace Reseau.Partners.Search;

/// <summary>A service found. Its score is the sum of the weights of its reasons, nothing else.</summary>
public sealed record SearchHit(DirectoryEntry Entry, double Score, double? DistanceMeters, bool DistanceApproximate, IReadOnlyList<Reason> Reasons)
{
    public string ServiceId => Entry.Service.Id;
}
