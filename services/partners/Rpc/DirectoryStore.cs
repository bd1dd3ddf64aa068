using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Views;

namespace Reseau.Partners.Rpc;

/// <summary>A record of the directory with the dates and version of its stream.</summary>
/// <param name="Content">The latest content.</param>
/// <param name="Archived">Taken out of the searches.</param>
/// <param name="Version">Version of the stream.</param>
/// <param name="CreatedAt">First event.</param>
/// <param name="ChangedAt">Last event.</param>
internal sealed record StoredRecord<T>(T Content, bool Archived, long Version, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt) where T : class;

/// <summary>Reads records of the directory back from their streams.</summary>
internal sealed class DirectoryStore(LogReader<PartnersDb> log)
{
    public async Task<StoredRecord<Institution>> InstitutionAsync(string name, long upTo, CancellationToken cancellation) =>
        Fold<Institution>(await log.ReadStreamAsync(name, upTo, cancellation)) ?? throw NotFound("INSTITUTION_NOT_FOUND", name);

    public async Task<StoredRecord<Structure>> StructureAsync(string name, long upTo, CancellationToken cancellation) =>
        Fold<Structure>(await log.ReadStreamAsync(name, upTo, cancellation)) ?? throw NotFound("STRUCTURE_NOT_FOUND", name);

    public async Task<StoredRecord<Service>> ServiceAsync(string name, long upTo, CancellationToken cancellation) =>
        Fold<Service>(await log.ReadStreamAsync(name, upTo, cancellation)) ?? throw NotFound("SERVICE_NOT_FOUND", name);

    /// <summary>What a stream folds to; null for an empty one.</summary>
    public static StoredRecord<T>? Fold<T>(IReadOnlyList<RecordedEvent> events) where T : class
    {
        T? content = null;
        var archived = false;
        foreach (var recorded in events)
        {
            archived = recorded.Body is ServiceArchived;
            content = (recorded.Body switch
            {
                InstitutionRegistered(var institution) => institution as T,
                StructurePublished(var structure) => structure as T,
                ServicePublished(var service) => service as T,
                _ => null,
            }) ?? content;
        }
        return content is null ? null : new(content, archived, events[^1].Version, events[0].OccurredAt, events[^1].OccurredAt);
    }

    private static RefusedException NotFound(string reason, string name) => new(new(reason, "Not in the directory.", ("resource", name)));
}
