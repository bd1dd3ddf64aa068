using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>The directory API, one file per family of verbs. Reading is public; writing is for the institution concerned, and administrators.</summary>
internal sealed partial class PartnersEndpoint(
    CommandLog<PartnersDb> commands, DirectoryStore store, DirectoryIndex index, France france, LogReader<PartnersDb> reader,
    IDbContextFactory<PartnersDb> databases, TimeProvider clock) : Contract.PartnersService.PartnersServiceBase
{
    /// <summary>Demands that the caller speaks for the institution whose record it writes.</summary>
    private static void DemandOwner(ServerCallContext context, string institution)
    {
        var caller = Caller.Of(context);
        if (!caller.IsAdministrator) caller.Demand(institution);
    }

    /// <summary>Publishes a record: parse and check → load → decide → append; what Register and both Publish share.</summary>
    private Task<StreamVersion> PublishAsync<T>(
        ServerCallContext context, IMessage request, string requestId, string name, string etag,
        Func<LogUnit<PartnersDb>, StoredRecord<T>?, Task<Decision<PartnerEvent>>> decide) where T : class =>
        commands.ExecuteAsync(Commands.From(context, request, requestId, clock), async (unit, token) =>
        {
            var current = DirectoryStore.Fold<T>(await unit.ReadAsync(name, token));
            Etag.Check(etag, name, current?.Version ?? 0);
            var events = (await decide(unit, current)).EventsOrThrow();
            return await unit.AppendAsync(name, current?.Version ?? 0, events, token);
        }, context.CancellationToken);

    private static ResourceName Parse(string text, string collection, string field)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(text, collection, field, violations);
        violations.ThrowIfAny();
        return name;
    }
}
