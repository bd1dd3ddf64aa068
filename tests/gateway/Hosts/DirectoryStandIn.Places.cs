using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Hosts;

// Places: two that are always there, and those that are given or written.
public sealed partial class DirectoryStandIn
{
    public const string OtherPlace = "structures/demo--caf";

    private readonly ConcurrentDictionary<string, Structure> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Structure> _published = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unlisted = new(StringComparer.Ordinal);

    /// <summary>A place of the CCAS of Rennes; lists follow what is written a moment later.</summary>
    public string GivenPlace(Action<Structure>? but = null, bool isListed = true)
    {
        var place = Town();
        (place.Name, place.Etag, place.DisplayName) = ($"structures/demo--{Guid.NewGuid():N}", "1", "Antenne de Maurepas");
        but?.Invoke(place);
        _places[place.Name] = place;
        if (!isListed) _unlisted[place.Name] = true;
        return place.Name;
    }

    public Structure FindPlace(string name) => _places.TryGetValue(name, out var place) ? place : name switch
    {
        OtherPlace => Place(),
        OwnPlace => Town(),
        _ => throw Refusals.Of(StatusCode.NotFound, "STRUCTURE_NOT_FOUND", "Ce lieu n’est pas dans l’annuaire."),
    };

    public IReadOnlyCollection<Structure> PlacesNamed(string displayName) => [.. _places.Values.Where(place => place.DisplayName == displayName)];

    public override Task<Structure> GetStructure(GetStructureRequest request, ServerCallContext context) => Task.FromResult(FindPlace(request.Name));

    public override Task<ListStructuresResponse> ListStructures(ListStructuresRequest request, ServerCallContext context)
    {
        var written = _places.Values.Where(place => place.Institution == request.Institution && place.Name != OwnPlace && !_unlisted.ContainsKey(place.Name));
        Structure[] all = [.. request.Institution == "institutions/ccas-rennes" ? [Town()] : (Structure[])[], .. written.OrderBy(place => place.DisplayName, StringComparer.Ordinal)];
        return Task.FromResult(new ListStructuresResponse { Structures = { all }, TotalSize = all.Length });
    }

    public override Task<Structure> PublishStructure(PublishStructureRequest request, ServerCallContext context)
    {
        var (wanted, violations) = (request.Structure, new List<(string, string)>());
        if (wanted.DisplayName.Length < 3) violations.Add(("structure.display_name", "Nom : écrivez au moins 3 caractères."));
        if (wanted.Siret.Length is not (0 or 14)) violations.Add(("structure.siret", "SIRET : un numéro SIRET compte 14 chiffres."));
        if (wanted.Phone == "12") violations.Add(("structure.phone", "Téléphone : indiquez un numéro à 10 chiffres."));
        Demand(violations, request.RequestId);
        if (_published.TryGetValue(request.RequestId, out var done)) return Task.FromResult(done);
        if (wanted.Institution == "institutions/inconnue") throw Refusals.Of(StatusCode.NotFound, "INSTITUTION_NOT_FOUND", "Cette institution n’existe pas.");
        if (_places.TryGetValue(wanted.Name, out var current) && wanted.Etag != current.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La fiche a changé.");
        var written = wanted.Clone();
        written.Etag = wanted.Etag + "+";
        return Task.FromResult(_published[request.RequestId] = _places[written.Name] = written);
    }

    private static Structure Town() => new()
    {
        Name = OwnPlace,
        DisplayName = "Accueil du CCAS",
        Institution = "institutions/ccas-rennes",
        Address = new() { StreetAddress = "1 rue Griffon", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238" },
    };
}
