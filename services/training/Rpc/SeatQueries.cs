using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>
/// What every command on a seat asks, compiled once: commands of a service run one after the other, and preparing these questions each time was most of
/// what the others waited for. A compiled query belongs to one model, that is to one provider.
/// </summary>
internal sealed class SeatQueries
{
    private static readonly ConditionalWeakTable<IModel, SeatQueries> Known = [];

    private SeatQueries()
    {
    }

    /// <summary>The queries of a database.</summary>
    public static SeatQueries Of(TrainingDb db) => Known.GetValue(db.Model, static _ => new());

    /// <summary>A session, to be changed; null when it does not exist.</summary>
    public Func<TrainingDb, string, CancellationToken, Task<SessionRow?>> Session { get; } = EF.CompileAsyncQuery(
        (TrainingDb db, string name, CancellationToken _) => db.Sessions.SingleOrDefault(row => row.Name == name));

    /// <summary>Somebody's enrolment in a session, to be changed; null when there is none.</summary>
    public Func<TrainingDb, string, string, CancellationToken, Task<EnrolmentRow?>> Enrolment { get; } = EF.CompileAsyncQuery(
        (TrainingDb db, string session, string professional, CancellationToken _) => db.Enrolments.SingleOrDefault(row => row.Session == session && row.Professional == professional));

    /// <summary>Who has a record; null for a name that is none.</summary>
    public Func<TrainingDb, string, CancellationToken, Task<Enrollee?>> Person { get; } = EF.CompileAsyncQuery(
        (TrainingDb db, string name, CancellationToken _) =>
            db.Professionals.AsNoTracking().Where(row => row.Name == name).LeftJoin(db.Persons.AsNoTracking(), row => row.Name, person => person.Professional, EnrolmentReader.Shown).SingleOrDefault());

    /// <summary>The other sessions in which somebody has or wants a seat and whose days touch a time: few; whether their half-days do is read from their plans.</summary>
    public Func<TrainingDb, string, string, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<SessionRow>> Near { get; } = EF.CompileAsyncQuery(
        (TrainingDb db, string professional, string session, DateTimeOffset start, DateTimeOffset end) =>
            from row in db.Enrolments.AsNoTracking()
            where row.Professional == professional && row.StartAt < end && row.EndAt > start && row.Session != session
                && (row.State == EnrolmentState.Requested || row.State == EnrolmentState.Waiting || row.State == EnrolmentState.Enrolled)
            join other in db.Sessions.AsNoTracking() on row.Session equals other.Name
            select other);
}
