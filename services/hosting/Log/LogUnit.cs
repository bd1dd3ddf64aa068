namespace Reseau.Hosting.Log;

/// <summary>
/// One command at work on the log: what it reads, and what it appends. Everything is written at once when the command
/// is answered (<see cref="CommandLog{TDb}"/>): one round of statements, however many streams it touches.
/// </summary>
public sealed partial class LogUnit<TDb> where TDb : LogDb
{
    private readonly ServiceLog<TDb> _log;
    private readonly Dictionary<(string Stream, long Version), byte[]> _appended = [];
    private readonly List<RecordedEvent> _recorded = [];

    internal LogUnit(TDb db, Command command, ServiceLog<TDb> log) =>
        (Db, Command, _log) = (db, command, log);

    /// <summary>The database, inside the transaction.</summary>
    public TDb Db { get; }

    /// <summary>The command.</summary>
    public Command Command { get; }

    /// <summary>What it has appended so far, save by the hundred.</summary>
    public IReadOnlyList<RecordedEvent> Appended => _recorded;

    /// <summary>The events of a stream as they were before this command, oldest first; empty when it does not exist.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadAsync(string stream, CancellationToken cancellation) =>
        LogReader<TDb>.ReadStreamAsync(Db, _log, stream, long.MaxValue, cancellation);

    /// <summary>Appends events after a version and brings the views up to date.</summary>
    /// <returns>The stream at its new version, with what led to it.</returns>
    public async Task<StreamVersion> AppendAsync(string stream, long version, IReadOnlyList<object> events, CancellationToken cancellation)
    {
        if (events.Count == 0) return new(stream, version);
        Db.Head ??= await LogQueries.Of(Db).Head(Db, cancellation) ?? 0;
        var previous = await HashAsync(stream, version, cancellation);
        var appended = new List<RecordedEvent>(events.Count);

        foreach (var body in events)
        {
            var row = Row(stream, ++version, body);
            previous = row.Hash = HashChain.Next(previous, row);
            Db.Events.Add(row);
            var recorded = _log.Read(row);
            appended.Add(recorded);
            Db.Audience.AddRange(_log.AudienceOf(recorded).Distinct(StringComparer.Ordinal)
                .Select(institution => new AudienceRow { Institution = institution, Position = row.Position }));
            foreach (var view in _log.Views) await view.ApplyAsync(Db, recorded, cancellation);
        }
        _appended[(stream, version)] = previous;
        _recorded.AddRange(appended);
        Db.Appended.AddRange(appended);
        return new(stream, version) { Appended = appended };
    }

    private async Task<byte[]> HashAsync(string stream, long version, CancellationToken cancellation)
    {
        if (version == 0) return HashChain.Start;
        return _appended.TryGetValue((stream, version), out var own)
            ? own
            : await LogQueries.Of(Db).Hash(Db, stream, version, cancellation);
    }

    private EventRow Row(string stream, long version, object body) => new()
    {
        Position = (long)(Db.Head = Db.Head!.Value + 1),
        Stream = stream,
        Version = version,
        Type = _log.Types.NameOf(body),
        Body = _log.Types.Write(body),
        Actor = Command.Actor,
        Institution = Command.Institution,
        RequestId = Command.RequestId,
        OccurredAt = Command.Now,
        Hash = [],
        TraceId = Command.TraceId,
    };
}
