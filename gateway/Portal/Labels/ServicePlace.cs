using Reseau.Partners.V1;
using Vocabulary = Reseau.Kernel.Vocabularies.Vocabulary;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Where a service is given.</summary>
public static class ServicePlace
{
    /// <summary>Said, or not denied: a service that says nothing of how it receives is taken to have a door.</summary>
    public static bool IsOnSite(Service service) => service.ReceptionModes.Count == 0 || service.ReceptionModes.Contains(Vocabulary.OnSite);

    /// <summary>Its own address, or else its place's.</summary>
    public static Address? AddressOf(Service service, Structure? place) => service.Address ?? place?.Address;

    /// <summary>The lines of an address.</summary>
    public static IEnumerable<string> Lines(Address? address) => address is null
        ? []
        : ((string[])[address.Complement, address.StreetAddress, $"{address.PostalCode} {address.Commune}".Trim()]).Where(line => line.Length > 0);
}
