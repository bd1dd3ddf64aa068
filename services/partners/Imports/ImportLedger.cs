using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Formats;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;
using State = Reseau.Partners.V1.Import.Types.State;

namespace Reseau.Partners.Imports;

/// <summary>What is written down of imports: how far each has come, and the first thousand remarks.</summary>
internal sealed class ImportLedger(ILogWriter<PartnersDb> writer, TimeProvider clock)
{
    private const int MostRemarks = 1_000;

    /// <summary>Begins an import, or finds where it stands.</summary>
    /// <exception cref="RefusedException">The institution does not exist, or the import is somebody else's.</exception>
    public Task<ImportRow> OpenAsync(ImportJob job, CancellationToken cancellation) => writer.WriteAsync(async (db, token) =>
    {
        var holder = Names.Institution(job.Institution);
        if (!await db.Events.AnyAsync(e => e.Stream == holder, token))
            throw new RefusedException(new("INSTITUTION_NOT_FOUND", "The institution is not in the directory.", ("institution", job.Institution)));
        var row = await db.Imports.SingleOrDefaultAsync(i => i.Name == job.Name, token);
        if (row is null)
        {
            db.Imports.Add(row = new() { Name = job.Name, Importer = job.Importer, Institution = job.Institution, Format = (int)job.Format, DryRun = job.DryRun });
            Begin(row);
        }
        else
        {
            DemandSame(row, job);
            // Another file, or only a check: from the beginning.
            if (row.DryRun || row.State == (int)State.Failed)
            {
                await db.ImportRemarks.Where(remark => remark.Import == job.Name).ExecuteDeleteAsync(token);
                Begin(row);
            }
        }

        await db.SaveChangesAsync(token);
        return row;
    }, cancellation);

    /// <summary>The row of an import, to be changed.</summary>
    public static Task<ImportRow> ReadAsync(PartnersDb db, string name, CancellationToken cancellation) => db.Imports.SingleAsync(i => i.Name == name, cancellation);

    /// <summary>Counts a batch; the caller saves.</summary>
    public void Add(PartnersDb db, ImportRow row, ImportBatch batch, int records)
    {
        row.Records += records;
        row.Created += batch.Created;
        row.Updated += batch.Updated;
        row.Unchanged += batch.Unchanged;
        row.Refused += batch.Refused;
        row.UpdatedAt = KeptInstant.Of(clock.GetUtcNow());
        foreach (var remark in batch.Remarks) Add(db, row, remark);
    }

    /// <summary>The file has ended, or cannot be read any further.</summary>
    public Task CloseAsync(string name, FileRemark? failure, CancellationToken cancellation) => writer.WriteAsync(async (db, token) =>
    {
        var row = await ReadAsync(db, name, token);
        row.State = (int)(failure is null ? State.Done : State.Failed);
        row.UpdatedAt = KeptInstant.Of(clock.GetUtcNow());
        if (failure is not null) Add(db, row, failure, isLast: true);
        return await db.SaveChangesAsync(token);
    }, cancellation);

    private void Begin(ImportRow row)
    {
        (row.State, row.Records, row.Created, row.Updated, row.Unchanged, row.Refused, row.RemarkCount) = ((int)State.Running, 0, 0, 0, 0, 0, 0);
        row.CreatedAt = row.UpdatedAt = KeptInstant.Of(clock.GetUtcNow());
    }

    // Why a file ends early is said even after a thousand others.
    private static void Add(PartnersDb db, ImportRow row, FileRemark remark, bool isLast = false)
    {
        var rank = row.RemarkCount++;
        if (rank >= MostRemarks && !isLast) return;
        db.ImportRemarks.Add(new()
        {
            Import = row.Name, Rank = rank, Line = remark.Line, Record = remark.Record, Field = remark.Field, Reason = remark.Reason, Text = remark.Text,
            Suggestion = remark.Suggestion, Refused = remark.Refused,
        });
    }

    private static void DemandSame(ImportRow row, ImportJob job)
    {
        if (row.Importer != job.Importer && !job.ReachesAll) throw NotFound(job.Name);
        if (row.Format == (int)job.Format && row.Institution == job.Institution && row.DryRun == job.DryRun) return;
        throw new InvalidRequestException([new("header", "OTHER_IMPORT", "This import began with another format, institution or mode.", "Cet import a commencé autrement : donnez un nouvel identifiant à celui-ci.")]);
    }

    public static RefusedException NotFound(string name) => new(new("IMPORT_NOT_FOUND", "No such import.", ("resource", name)));
}
