using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>A place as the public may have it, with its published services.</summary>
internal sealed record OpenPlace(Structure Structure, IReadOnlyList<ServiceRecord> Services)
{
    /// <summary>The last day it was known to be true: what its source says, else what its freshest service says.</summary>
    public DateOnly UpdatedOn => Structure.Origin.UpdatedOn ?? Services.Max(service => service.FreshOn);
}
