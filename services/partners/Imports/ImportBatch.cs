using System.Collections.Frozen;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Formats;
using Reseau.Partners.Rpc;

namespace Reseau.Partners.Imports;

/// <summary>Some records of a file, decided one after the other on what the directory holds; each sees what those before it led to.</summary>
internal sealed class ImportBatch(ImportJob job, IReadOnlyDictionary<string, StreamHistory> streams, IReadOnlyDictionary<UInt128, string> accepted, DateTimeOffset now)
{
    private readonly Dictionary<string, Known<StructureRecord>> _structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known<ServiceRecord>> _services = new(StringComparer.Ordinal);

    /// <summary>What an import does not ask: a place says its room each day, for years.</summary>
    public static IReadOnlyCollection<Type> LeftOut { get; } = [typeof(CapacityStated)];

    /// <summary>Ids of the institutions that have left the network: what they hold no longer changes.</summary>
    public IReadOnlySet<string> Left { get; init; } = FrozenSet<string>.Empty;

    public List<Appending> Events { get; } = [];

    public List<FileRemark> Remarks { get; } = [];

    /// <summary>Places that were taken, by id, and who holds them.</summary>
    public List<(string Id, string Institution)> Taken { get; } = [];

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The streams that records are decided on.</summary>
    public static IReadOnlyCollection<string> StreamsOf(IEnumerable<FileRecord> records)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Structure is { } structure) names.Add(Names.Structure(structure.Id));
            foreach (var service in record.Services)
            {
                names.Add(Names.Structure(service.StructureId));
                names.Add(Names.Service(service.Id));
            }

            foreach (var id in record.Withdrawn) names.Add(Names.Service(id));
        }

        return names;
    }

    public void Take(FileRecord record)
    {
        Remarks.AddRange(record.Remarks);
        var problem = record.Refused ? "" : Decide(record);
        if (problem is null) return;
        Refused++;
        if (problem.Length > 0) Remarks.Add(new(record.Line, record.Id, "", problem, FileMessages.Sentence(problem), "", Refused: true));
    }

    // Reason of a refusal, or null. Everything is allowed before anything is written: a record is taken whole or not at all.
    private string? Decide(FileRecord record)
    {
        if (record.Structure is { } own && !MayWrite(own)) return FileMessages.NotAllowed;
        if (record.Structure is { } held && Left.Contains(KeptBy(held))) return FileMessages.InstitutionArchived;
        foreach (var service in record.Services)
        {
            if (HolderOf(service.StructureId, record) is not { } holder) return FileMessages.UnknownStructure;
            var known = Service(service.Id).Content?.Content;
            // As when a person publishes: who holds a service may write it, in whosoever's house it is given.
            if (!job.MayWrite(known?.InstitutionId ?? holder) || (known?.StructureId != service.StructureId && !job.MayWrite(holder))) return FileMessages.NotAllowed;
            if (Left.Contains(known?.InstitutionId ?? holder) || (known?.StructureId != service.StructureId && Left.Contains(holder))) return FileMessages.InstitutionArchived;
        }

        var before = record.Structure is { } described ? Structure(described.Id).Content?.Content : null;
        if (record.Structure is { } structure) Publish(structure);
        var offersOthers = before is not null && before.Origin.Kept.Find("carto:services") != record.Structure!.Origin.Kept.Find("carto:services");
        foreach (var service in record.Services) Publish(service, HolderOf(service.StructureId, record)!, offersOthers);
        foreach (var id in record.Withdrawn) Withdraw(id);
        return null;
    }

    private bool MayWrite(Structure structure) => job.MayWrite(KeptBy(structure));

    private string KeptBy(Structure structure) => Structure(structure.Id).Content?.Content.InstitutionId ?? job.Institution;

    private void Publish(Structure structure)
    {
        var known = Structure(structure.Id);
        var current = known.Content?.Content;
        var holder = current?.InstitutionId ?? job.Institution;
        var wanted = (current is null ? structure : DirectoryFiles.Carry(job.Format, current, structure)) with { InstitutionId = holder };
        Taken.Add((structure.Id, holder));
        Append(_structures, structure.Id, Names.Structure(structure.Id), known, PartnerDecider.Publish(current, wanted, institutionExists: true), RecordFold.Structure);
    }

    private void Publish(Service service, string holder, bool offersOthers)
    {
        var known = Service(service.Id);
        var current = known.Content;
        // In a dry run the place may be known to the file alone.
        var place = Structure(service.StructureId).Content?.Content ?? new() { Id = service.StructureId, InstitutionId = holder, Name = "" };
        var wanted = (current is null ? service : DirectoryFiles.Carry(job.Format, current, service, place)) with { InstitutionId = current?.Content.InstitutionId ?? holder };
        // Its institution took it out of the searches: the same file again does not bring it back.
        var staysArchived = current is { State: RecordState.Archived } && !offersOthers && wanted.Equals(current.Content);
        var decision = staysArchived ? Decision.Nothing<PartnerEvent>() : PartnerDecider.Publish(current, wanted, place);
        Append(_services, service.Id, Names.Service(service.Id), known, decision, RecordFold.Service);
    }

    private void Withdraw(string id)
    {
        if (Service(id) is not { Content.State: RecordState.Published } known || !job.MayWrite(known.Content.Content.InstitutionId) || Left.Contains(known.Content.Content.InstitutionId)) return;
        Append(_services, id, Names.Service(id), known, PartnerDecider.Archive(known.Content, id), RecordFold.Service);
    }

    private void Append<T>(Dictionary<string, Known<T>> records, string id, string stream, Known<T> known, Decision<PartnerEvent> decision, Func<T?, PartnerEvent, DateTimeOffset, T?> fold)
        where T : class
    {
        var events = decision.EventsOrThrow();
        if (events.Count == 0) Unchanged++;
        else if (known.Version == 0) Created++;
        else Updated++;
        foreach (var happened in events)
        {
            Events.Add(new(stream, known.Version, happened));
            known = new(fold(known.Content, happened, now), known.Version + 1);
        }

        records[id] = known;
    }

    private string? HolderOf(string structureId, FileRecord record)
    {
        if (Structure(structureId).Content is { } known) return known.Content.InstitutionId;
        if (record.Structure?.Id == structureId) return job.Institution;
        return accepted.GetValueOrDefault(IdHash.Of(structureId));
    }

    private Known<StructureRecord> Structure(string id) => Find(_structures, id, Names.Structure(id), RecordFold.Structure);

    private Known<ServiceRecord> Service(string id) => Find(_services, id, Names.Service(id), RecordFold.Service);

    private Known<T> Find<T>(Dictionary<string, Known<T>> records, string id, string stream, Func<T?, PartnerEvent, DateTimeOffset, T?> fold)
        where T : class
    {
        if (records.TryGetValue(id, out var known)) return known;
        return records[id] = streams.TryGetValue(stream, out var history) ? new(DirectoryStore.Read(history.Events, fold)?.Content, history.Version) : new(null, 0);
    }

    private sealed record Known<T>(T? Content, long Version)
        where T : class;
}
