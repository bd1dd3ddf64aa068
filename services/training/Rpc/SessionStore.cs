using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>Reads sessions back: as they are from their rows; as they once were, for the retry of a command, from the log.</summary>
internal sealed class SessionStore(LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases)
{
    /// <summary>A session at a version; null when it does not exist.</summary>
    public async Task<Session?> FindAsync(string name, long version, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation);
            if (row is null || row.Version <= version) return row is null ? null : SessionView.Read(row);
        }
        return (await FoldAsync(name, professional: "", version, cancellation)).Session;
    }

    /// <summary>A session at a version, with an enrolment in it; null when there is none.</summary>
    public async Task<(Session Session, Enrolment Enrolment)?> FindAsync(string name, string professional, long version, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation);
            if (row is null) return null;
            if (row.Version <= version)
            {
                var enrolment = await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(row => row.Session == name && row.Professional == professional, cancellation);
                return enrolment is null ? null : (SessionView.Read(row), enrolment.ToEnrolment());
            }
        }
        var (session, then) = await FoldAsync(name, professional, version, cancellation);
        return session is not null && then is not null ? (session, then) : null;
    }

    private async Task<(Session? Session, Enrolment? Enrolment)> FoldAsync(string name, string professional, long version, CancellationToken cancellation)
    {
        (Session? Session, Enrolment? Enrolment) known = default;
        foreach (var recorded in await log.ReadStreamAsync(name, version, cancellation))
        {
            var happened = (SessionEvent)recorded.Body;
            known = (Session.Evolve(known.Session, name, recorded.Version, recorded.OccurredAt, happened),
                Enrolment.Evolve(known.Enrolment, name, professional, recorded.Version, recorded.OccurredAt, happened));
        }
        return known;
    }
}
