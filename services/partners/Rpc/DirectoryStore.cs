using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Views;

namespace Reseau.Partners.Rpc;

/// <summary>A record of the directory with the dates and version of its stream.</summary>
/// <param name="Content">What it folds to.</param>
/// <param name="Version">Version of the stream.</param>
/// <param name="CreatedAt">First event.</param>
/// <param name="ChangedAt">Last event.</param>
internal sealed record Stored<T>(T Content, long Version, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt) where T : class;

/// <summary>Reads records of the directory back from their streams.</summary>
internal sealed class DirectoryStore(LogReader<PartnersDb> log)
{
    public async Task<Stored<InstitutionRecord>> InstitutionAsync(string name, long upTo, CancellationToken cancellation) =>
        Read<InstitutionRecord>(await log.ReadStreamAsync(name, upTo, cancellation), RecordFold.Institution) ?? throw NotFound("INSTITUTION_NOT_FOUND", name);

    public async Task<Stored<StructureRecord>> StructureAsync(string name, long upTo, CancellationToken cancellation) =>
        Read<StructureRecord>(await log.ReadStreamAsync(name, upTo, cancellation), RecordFold.Structure) ?? throw NotFound("STRUCTURE_NOT_FOUND", name);

    public async Task<Stored<ServiceRecord>> ServiceAsync(string name, long upTo, CancellationToken cancellation) =>
        Read<ServiceRecord>(await log.ReadStreamAsync(name, upTo, cancellation), RecordFold.Service) ?? throw NotFound("SERVICE_NOT_FOUND", name);

    /// <summary>What a stream folds to; null for an empty one.</summary>
    public static Stored<T>? Read<T>(IReadOnlyList<RecordedEvent> events, Func<T?, PartnerEvent, DateTimeOffset, T?> fold) where T : class
    {
        T? content = null;
        foreach (var recorded in events) content = fold(content, (PartnerEvent)recorded.Body, recorded.OccurredAt);
        return content is null ? null : new(content, events[^1].Version, events[0].OccurredAt, events[^1].OccurredAt);
    }

    private static RefusedException NotFound(string reason, string name) => new(new(reason, "Not in the directory.", ("resource", name)));
}
