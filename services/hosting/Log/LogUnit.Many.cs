using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>Appending by the hundred, for imports: the same promises, a few statements instead of some for each stream.</summary>
public sealed partial class LogUnit<TDb>
{
    /// <summary>Appends events of many streams, in their order, and brings the views up to date.</summary>
    public async Task AppendManyAsync(IReadOnlyCollection<Appending> events, CancellationToken cancellation)
    {
        if (events.Count == 0) return;
        Db.Head ??= await LogQueries.Of(Db).Head(Db, cancellation) ?? 0;
        await KnowHashesAsync(events, cancellation);
        var rows = new List<EventRow>(events.Count);
        foreach (var (stream, after, body) in events)
        {
            var row = Row(stream, after + 1, body);
            row.Hash = HashChain.Next(after == 0 ? HashChain.Start : _appended[(stream, after)], row);
            _appended[(stream, row.Version)] = row.Hash;
            rows.Add(row);
            var recorded = new RecordedEvent(row.Position, stream, row.Version, body, row.Actor, row.Institution, row.OccurredAt, row.TraceId);
            Db.Appended.Add(recorded);
            Db.Audience.AddRange(_log.AudienceOf(recorded).Distinct(StringComparer.Ordinal)
                .Select(institution => new AudienceRow { Institution = institution, Position = row.Position }));
            foreach (var view in _log.Views) await view.ApplyAsync(Db, recorded, cancellation);
        }
        await EventInsert.WriteAsync(Db, rows, cancellation);
    }

    // What each stream ends with, and nothing before it: a stream may have thousands. Most have the same few versions.
    private async Task KnowHashesAsync(IEnumerable<Appending> events, CancellationToken cancellation)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        var ends = events.Where(e => own.Add(e.Stream) && e.After > 0 && !_appended.ContainsKey((e.Stream, e.After)));
        foreach (var streams in ends.GroupBy(e => e.After, e => e.Stream).ToList())
        {
            var (version, names) = (streams.Key, streams.ToArray());
            var hashes = await Db.Events.Where(e => e.Version == version && EF.Parameter(names).Contains(e.Stream)).Select(e => new { e.Stream, e.Hash }).ToListAsync(cancellation);
            foreach (var known in hashes) _appended[(known.Stream, version)] = known.Hash;
        }
    }
}
