using System.Security.Cryptography;
using System.Text;
using Reseau.Hosting.Log;
using Reseau.Partners.Formats;
using Reseau.Partners.Views;

namespace Reseau.Partners.Imports;

/// <summary>
/// Takes a file into the directory while it arrives, some hundred records in each transaction, with how far it has come. A file that is
/// sent again under the same name goes on after the last record that was kept:
/// <code>
/// (nothing) ──▶ RUNNING ──end of the file──▶ DONE
///                 │  ▲ interrupted: waits; the same file goes on
///                 └──cannot be read──▶ FAILED ──sent again──▶ RUNNING, from the beginning: it is another file now
/// </code>
/// While one batch is kept the next is read, and no more: memory does not grow with the file, and they are kept in their order.
/// </summary>
internal sealed class DirectoryImporter(
    CommandLog<PartnersDb> commands, ILogWriter<PartnersDb> writer, ManyStreams<PartnersDb> streams, ImportLedger ledger,
    DirectoryFiles files, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Runs an import to the end of its file.</summary>
    public async Task RunAsync(ImportJob job, FileContent content, CancellationToken cancellation)
    {
        var start = await ledger.OpenAsync(job, cancellation);
        if (start.State == (int)V1.Import.Types.State.Done)
        {
            await DrainAsync(content, cancellation);
            return;
        }

        await ReadAsync(new(job, start, new(job.Format), files.Reader(job.Format, job.Institution)), content, cancellation);
    }

    private async Task ReadAsync(Run run, FileContent content, CancellationToken cancellation)
    {
        var batch = new List<FileRecord>(BatchSize);
        var (count, line) = (0, 0);
        var keeping = Task.CompletedTask;
        try
        {
            await foreach (var raw in FileOrder.ReadAsync(DirectoryFiles.Records(run.Job.Format, content, cancellation), cancellation))
            {
                line = Math.Max(line, raw.Line);
                var record = run.Ids.Check(run.Read(raw));
                if (++count <= run.Start.Records) continue;
                batch.Add(record);
                if (batch.Count < BatchSize) continue;
                await keeping;
                keeping = KeepAsync(run, [.. batch], count, cancellation);
                batch.Clear();
            }

            await keeping;
            await KeepAsync(run, [.. batch], count, cancellation);
            await ledger.CloseAsync(run.Job.Name, null, cancellation);
        }
        catch (UnreadableFileException broken)
        {
            await keeping;
            await KeepAsync(run, [.. batch], count, cancellation);
            await DrainAsync(content, cancellation);
            var text = $"{FileMessages.Sentence(FileMessages.Unreadable)} {FileMessages.Sentence(broken.Detail)}";
            await ledger.CloseAsync(run.Job.Name, new(broken.Line > 0 ? broken.Line : line + 1, "", "", FileMessages.Unreadable, text, "", Refused: true), cancellation);
        }
        finally
        {
            // Whatever ended it: nothing is written any more once the import has returned.
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The sender finishes sending before it listens.
    private static async Task DrainAsync(FileContent content, CancellationToken cancellation)
    {
        while (await content.Reader.ReadAsync(cancellation) is var rest)
        {
            content.Reader.AdvanceTo(rest.Buffer.End);
            if (rest.IsCompleted) return;
        }
    }

    // The work may run again after a lost race, and begins with the same records each time.
    private async Task KeepAsync(Run run, FileRecord[] records, int count, CancellationToken cancellation)
    {
        if (records.Length == 0) return;
        var first = count - records.Length;
        if (run.Job.DryRun)
        {
            await writer.WriteAsync(async (db, token) =>
            {
                await DecideAsync(run, records, first, db, token);
                return await db.SaveChangesAsync(token);
            }, cancellation);
            return;
        }

        await commands.ExecuteAsync(CommandOf(run, first, count), async (unit, token) =>
        {
            await unit.AppendManyAsync(await DecideAsync(run, records, first, unit.Db, token), token);
            return new(run.Job.Name, count);
        }, cancellation);
    }

    private async Task<IReadOnlyCollection<Appending>> DecideAsync(Run run, FileRecord[] records, int first, PartnersDb db, CancellationToken cancellation)
    {
        var row = await ImportLedger.ReadAsync(db, run.Job.Name, cancellation);
        // The same import may be sent twice at once: whoever comes second takes what is left. A gap means that the other began again.
        if (row.Records < first || row.CreatedAt != run.Start.CreatedAt) return [];
        var left = records.Skip(row.Records - first).ToList();
        var batch = new ImportBatch(run.Job, await streams.ReadAsync(db, ImportBatch.StreamsOf(left), ImportBatch.LeftOut, cancellation), run.Accepted, clock.GetUtcNow())
        {
            Left = await InstitutionList.LeftAsync(db, cancellation),
        };
        foreach (var record in left) batch.Take(record);
        if (run.Job.DryRun) batch.Taken.ForEach(place => run.Accepted.TryAdd(IdHash.Of(place.Id), place.Institution));
        ledger.Add(db, row, batch, left.Count);
        return batch.Events;
    }

    // A batch that was kept, and whose sender never knew, is recognised: its id follows from its place in the import.
    private Command CommandOf(Run run, int first, int count)
    {
        var place = FormattableString.Invariant($"{run.Job.Name} {run.Start.CreatedAt.UtcTicks} {first} {count}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(place));
        return new(run.Job.Importer, run.Job.Actor, new Guid(hash.AsSpan(0, 16)).ToString(), hash, run.Job.TraceId, clock.GetUtcNow());
    }

    /// <summary>An import under way.</summary>
    private sealed record Run(ImportJob Job, ImportRow Start, FileIds Ids, Func<RawRecord, FileRecord> Read)
    {
        /// <summary>Places that a dry run would have taken, by hash of their id, with who would hold them.</summary>
        public Dictionary<UInt128, string> Accepted { get; } = [];
    }
}
