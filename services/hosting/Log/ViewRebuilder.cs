using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>Empties a service's views and folds the log into them again, in one transaction: readers see the old views or the new.</summary>
public sealed class ViewRebuilder<TDb>(ILogWriter<TDb> writer, ServiceLog<TDb> log) where TDb : LogDb
{
    private const int SaveEvery = 500;

    /// <summary>Rebuilds all views.</summary>
    /// <param name="progress">Told how many events were folded.</param>
    /// <param name="cancellation">Ends the rebuild, leaving the old views.</param>
    /// <returns>How many events were folded.</returns>
    public Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation) =>
        writer.WriteAsync(async (db, token) =>
        {
            foreach (var view in log.Views) await view.ClearAsync(db, token);
            long position = 0;
            while (true)
            {
                var after = position;
                var rows = await db.Events.AsNoTracking().Where(e => e.Position > after).OrderBy(e => e.Position).Take(SaveEvery).ToListAsync(token);
                if (rows.Count == 0) return position;
                foreach (var recorded in rows.Select(log.Read))
                {
                    foreach (var view in log.Views) await view.ApplyAsync(db, recorded, token);
                }
                await db.SaveChangesAsync(token);
                db.ChangeTracker.Clear();
                position = rows[^1].Position;
                progress?.Report(position);
            }
        }, cancellation);
}
