using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Reads what enrolments are shown with: who they are of, what was said, the place in the line. A few questions for a page, however long.</summary>
internal static class EnrolmentReader
{
    /// <summary>What is shown of a record, of which the personal part may be gone.</summary>
    public static readonly Expression<Func<ProfessionalRow, PersonRow?, Enrollee>> Shown = (row, person) =>
        new(row.Name, row.Institution, row.Subject, person == null ? "" : person.FirstName + " " + person.LastName, (Function)row.Function, row.Permanences, row.DepartureDay, row.Erased);

    /// <summary>A page of enrolments, in its order.</summary>
    public static async Task<List<Contract.Enrolment>> ToMessagesAsync(TrainingDb db, IReadOnlyList<EnrolmentRow> rows, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        var names = rows.Select(row => row.Session).Distinct(StringComparer.Ordinal).ToArray();
        var sessions = await db.Sessions.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Name)).ToDictionaryAsync(row => row.Name, SessionView.Read, StringComparer.Ordinal, cancellation);
        var persons = (await PeopleAsync(db, [.. rows.Select(row => row.Professional).Distinct(StringComparer.Ordinal)], cancellation)).ToDictionary(person => person.Name, StringComparer.Ordinal);
        var words = await WordsAsync(db, names, [.. persons.Keys], cancellation);
        var lines = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var waited in rows.Where(row => row.State == EnrolmentState.Waiting).Select(row => row.Session).Distinct(StringComparer.Ordinal))
            lines[waited] = await db.Enrolments.Where(row => row.Session == waited && row.State == EnrolmentState.Waiting).OrderBy(row => row.WaitingOrder).Select(row => row.WaitingOrder).ToListAsync(cancellation);
        return [.. rows.Where(row => persons.ContainsKey(row.Professional)).Select(row => EnrolmentMapper.ToMessage(
            sessions[row.Session], row.ToEnrolment(), persons[row.Professional],
            row.State == EnrolmentState.Waiting ? lines[row.Session].BinarySearch(row.WaitingOrder) + 1 : 0,
            words.GetValueOrDefault((row.Session, row.Professional)) ?? [], caller, now))];
    }

    /// <summary>One enrolment as a command left it.</summary>
    public static async Task<Contract.Enrolment> ToMessageAsync(TrainingDb db, Session session, Enrolment enrolment, Enrollee person, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        var rank = enrolment.State != EnrolmentState.Waiting ? 0
            : 1 + await db.Enrolments.CountAsync(row => row.Session == session.Name && row.State == EnrolmentState.Waiting && row.WaitingOrder < enrolment.WaitingOrder, cancellation);
        // Of who never left or was refused, and has not evaluated, nothing was said.
        var words = enrolment is { State: EnrolmentState.Requested or EnrolmentState.Waiting or EnrolmentState.Enrolled, Hot: null } ? []
            : (await WordsAsync(db, [session.Name], [enrolment.Professional], cancellation)).GetValueOrDefault((session.Name, enrolment.Professional)) ?? [];
        return EnrolmentMapper.ToMessage(session, enrolment, person, rank, words, caller, now);
    }

    /// <summary>Who has these records.</summary>
    public static Task<List<Enrollee>> PeopleAsync(TrainingDb db, string[] names, CancellationToken cancellation) =>
        db.Professionals.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Name)).LeftJoin(db.Persons.AsNoTracking(), row => row.Name, person => person.Professional, Shown).ToListAsync(cancellation);

    private static async Task<Dictionary<(string Session, string Professional), Dictionary<WordsKind, string>>> WordsAsync(TrainingDb db, string[] sessions, string[] professionals, CancellationToken cancellation)
    {
        var said = await db.EnrolmentWords.AsNoTracking()
            .Where(words => EF.Parameter(sessions).Contains(words.Session) && EF.Parameter(professionals).Contains(words.Professional)).ToListAsync(cancellation);
        return said.GroupBy(words => (words.Session, words.Professional)).ToDictionary(one => one.Key, one => one.ToDictionary(words => words.Kind, words => words.Text));
    }
}
