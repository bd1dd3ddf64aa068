using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;
using Reseau.Partners.Needs;
using Reseau.Partners.Formats;
using Reseau.Partners.Imports;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>The directory API, one file per family of verbs. Reading is public; writing is for the institution concerned, and administrators.</summary>
internal sealed partial class PartnersEndpoint(
    CommandLog<PartnersDb> commands, DirectoryStore store, DirectoryIndex index, RecordUids uids, DuplicateList duplicates, UnmetNeeds needs, BondBook bonds, France france, LogReader<PartnersDb> reader,
    IDbContextFactory<PartnersDb> databases, DirectoryImporter importer, DirectoryExporter exporter, TimeProvider clock) : Contract.PartnersService.PartnersServiceBase
{
    /// <summary>Demands that the caller speaks for the institution whose record it writes.</summary>
    private static void DemandOwner(ServerCallContext context, string institution)
    {
        var caller = Caller.Of(context);
        if (!caller.IsAdministrator) caller.Demand(institution);
    }

    /// <summary>Changes a record: load → check the version → decide → append; what all changes share.</summary>
    private Task<StreamVersion> ChangeAsync<T>(
        ServerCallContext context, IMessage request, string requestId, string name, string etag, Func<T?, PartnerEvent, DateTimeOffset, T?> fold,
        Func<LogUnit<PartnersDb>, T?, Task<Decision<PartnerEvent>>> decide) where T : class =>
        commands.ExecuteAsync(Commands.From(context, request, requestId, clock), async (unit, token) =>
        {
            var current = DirectoryStore.Read(await unit.ReadAsync(name, token), fold);
            Etag.Check(etag, name, current?.Version ?? 0);
            var events = (await decide(unit, current?.Content)).EventsOrThrow();
            return await unit.AppendAsync(name, current?.Version ?? 0, events, token);
        }, context.CancellationToken);

    /// <summary>Refuses what would be written of an institution that has left.</summary>
    private static async Task DemandPresentAsync(LogUnit<PartnersDb> unit, IEnumerable<string> institutions, CancellationToken cancellation)
    {
        var left = await InstitutionList.LeftAsync(unit.Db, [.. institutions.Distinct(StringComparer.Ordinal).Select(Names.Institution)], cancellation);
        if (left.Count > 0) throw new RefusedException(PartnerDecider.HasLeft(Names.IdOf(left[0])));
    }

    private static async Task<StructureRecord?> PlaceAsync(LogUnit<PartnersDb> unit, string name, CancellationToken cancellation) =>
        DirectoryStore.Read<StructureRecord>(await unit.ReadAsync(name, cancellation), RecordFold.Structure)?.Content;

    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    private static ResourceName Parse(string text, string collection, string field)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(text, collection, field, violations);
        violations.ThrowIfAny();
        return name;
    }
}
