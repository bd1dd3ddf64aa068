using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>Who is erased comes to no session any more: their seats go to those who wait, in the transaction that erases them.</summary>
internal static class ErasedSeats
{
    /// <summary>Gives the seats back of those whom a command erased.</summary>
    public static async Task ConcludeAsync(LogUnit<TrainingDb> unit, CancellationToken cancellation)
    {
        var (erased, now) = (unit.Appended.Where(recorded => recorded.Body is ProfessionalErased).Select(recorded => recorded.Stream).ToList(), unit.Command.Now);
        foreach (var name in erased)
        {
            var rows = await unit.Db.Enrolments.AsNoTracking()
                .Where(row => row.Professional == name && row.StartAt > now
                    && (row.State == EnrolmentState.Requested || row.State == EnrolmentState.Waiting || row.State == EnrolmentState.Enrolled))
                .ToListAsync(cancellation);
            foreach (var row in rows)
            {
                var desk = await SessionDesk.FindAsync(unit, row.Session, cancellation) ?? throw new InvalidOperationException($"{row.Session} has enrolments and no row.");
                await desk.AppendAsync(EnrolmentDecider.Withdraw(desk.Session, row.ToEnrolment(), [SessionSide.Person], now).EventsOrThrow(), cancellation);
                await desk.ServeAsync(cancellation);
            }
        }
    }
}
