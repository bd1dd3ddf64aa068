using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Data;

/// <summary>
/// A directory of the size of the country: so many services, at places that stand where people live. The same seed gives the same
/// directory everywhere; a bigger one begins with the smaller one.
/// </summary>
internal sealed class SyntheticDirectory(int services, ulong seed, France france)
{
    /// <summary>When everything was said: the day must not depend on the day of the measure.</summary>
    public static readonly DateTimeOffset SaidAt = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly PlaceMaker _places = new(seed, france);
    private readonly ServiceMaker _services = new(seed);

    /// <summary>How many services it has.</summary>
    public int Services => services;

    /// <summary>Its services with their places, in order.</summary>
    public IEnumerable<MadeService> All()
    {
        var number = 0;
        for (var place = 0; number < services; place++)
        {
            var made = _places.Make(place);
            for (var i = 0; i < made.Services && number < services; i++, number++)
            {
                var (service, capacity) = _services.Make(number, made);
                yield return new(number, service, capacity, made, First: i == 0);
            }
        }
    }

    /// <summary>What publishing all of it records.</summary>
    public IEnumerable<DirectoryChange> Changes()
    {
        var institutions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var made in All())
        {
            if (institutions.Add(made.Place.Institution.Id)) yield return Said(new InstitutionRegistered(made.Place.Institution));
            if (made.First) yield return Said(new StructurePublished(made.Place.Structure));
            yield return Said(new ServicePublished(made.Service));
            if (made.Capacity is { } capacity) yield return Said(new CapacityStated(made.Service.Id, capacity));
        }
    }

    private static DirectoryChange Said(PartnerEvent happened) => new(happened, SaidAt);
}

/// <summary>A service.</summary>
/// <param name="Number">Its rank, from 0; its id ends with it.</param>
/// <param name="Service">Its content.</param>
/// <param name="Capacity">What was said of its room.</param>
/// <param name="Place">Where it is given.</param>
/// <param name="First">Whether it is the first one of its place.</param>
internal sealed record MadeService(int Number, Service Service, Capacity? Capacity, MadePlace Place, bool First);
