using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Who was there, half-day by half-day.</summary>
internal sealed partial class SessionsEndpoint
{
    private const int MostPersons = 1000;

    public override async Task<Contract.RecordAttendanceResponse> RecordAttendance(Contract.RecordAttendanceRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Name(request.Session, "session", violations);
        var method = FieldRules.Value<Contract.AttendanceMethod, AttendanceMethod>(request.Method, "method", violations);
        if (request.Persons.Count == 0) violations.Add("persons", "REQUIRED", "persons is required.", "Indiquez au moins une personne.");
        FieldRules.TooMany(request.Persons.Count, MostPersons, "persons", violations);
        FieldRules.Unique(request.Persons.Select(person => person.Professional), "persons", violations);
        var said = request.Persons.Select((person, i) => new PersonPresence(
            ResourceName.Parse(person.Professional, "professionals", $"persons[{i}].professional", violations).ToString(),
            FieldRules.Value<Contract.Presence, Presence>(person.Presence, $"persons[{i}].presence", violations))).ToArray();
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var names = said.Select(person => person.Professional).ToArray();
        await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var desk = await OwnAsync(unit, name, caller, cancellation);
            var rows = await unit.Db.Enrolments.AsNoTracking().Where(row => row.Session == name && EF.Parameter(names).Contains(row.Professional)).ToListAsync(cancellation);
            var seats = rows.ConvertAll(row => row.ToEnrolment());
            await desk.AppendAsync(SessionDecider.RecordAttendance(desk.Session, request.HalfDay, method, said, seats, unit.Command.Now).EventsOrThrow(), cancellation);
            return desk.Result;
        }, context.CancellationToken);

        // Who had a seat has one still, or an outcome: the answer of a retry is that of the first call.
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var seated = await db.Enrolments
            .Where(row => row.Session == name && EF.Parameter(names).Contains(row.Professional)
                && (row.State == EnrolmentState.Enrolled || row.State == EnrolmentState.Attended || row.State == EnrolmentState.AttendedPartly || row.State == EnrolmentState.Absent))
            .Select(row => row.Professional).ToListAsync(context.CancellationToken);
        var answer = new Contract.RecordAttendanceResponse { Recorded = seated.Count };
        answer.Unknown.AddRange(names.Except(seated, StringComparer.Ordinal));
        return answer;
    }
}
