using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Testing.Hosts;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using PlannedCourse = Reseau.Training.Domain.Sessions.PlannedCourse;

namespace Reseau.Training.Tests.Figures;

/// <summary>Puts professionals and sessions into the log, as an import would: what figures are counted from, and nothing else.</summary>
internal static class Records
{
    private static int _number;

    /// <summary>A professional, with skills that were shown and the events that follow.</summary>
    public static (string Stream, object[] Events) Professional(string institution, Function function, string[] sites, params IEnumerable<object> events) =>
        ($"professionals/{Next()}", [new ProfessionalRecorded(institution, new(function, [.. sites], null, null, "")), .. events]);

    public static SkillEvidenced Shown(string skill, SkillLevel level = SkillLevel.Aware) => new(skill, level, "Vu au poste", new(2026, 1, 5));

    public static HabilitationGiven Given(string rule, DateOnly from, DateOnly? until) => new(rule, from, until, "Attestation");

    public static (string Stream, object[] Events) Skill(string skill) => (skill, [new SkillDefined(new(skill, $"Compétence {skill}", "Culture", ""))]);

    public static (string Stream, object[] Events) Rule(string rule) => (rule, [new HabilitationRuleDefined(new(rule, $"Règle {rule}", "", ByTraining: true, ByEvidence: true, 0, 0, ""))]);

    public static (string Stream, object[] Events) Course(string course, string institution = "arcs-rennes", bool published = true) =>
        (course, [new CourseDrafted(institution, new() { Title = course, MaxSeats = 12, HalfDays = 1 }), .. published ? (object[])[new CoursePublished()] : []]);

    /// <summary>A session of one half-day that took place, or is open, with what became of each seat.</summary>
    public static (string Stream, object[] Events) Session(string course, DateTimeOffset at, bool closed, long seatCents, params IEnumerable<(string Institution, EnrolmentState Became)> persons)
    {
        var seats = persons.Select(person => (Name: $"professionals/{Next()}", person.Institution, person.Became)).ToList();
        var content = new SessionContent { HalfDays = [new(at, at.AddHours(3), "Salle 1", "")], MaxSeats = 12, SeatCostCents = seatCents };
        List<object> events = [new SessionPlanned("arcs-rennes", new PlannedCourse(course, course, ""), content, []), new SessionOpened()];
        foreach (var (name, institution, became) in seats)
        {
            var first = became switch { EnrolmentState.Refused => EnrolmentState.Requested, EnrolmentState.NotServed => EnrolmentState.Waiting, _ => EnrolmentState.Enrolled };
            events.Add(new EnrolmentAsked(name, institution, null, first));
            if (became == EnrolmentState.Refused) events.Add(new EnrolmentRefused(name, institution, first, became));
            if (became == EnrolmentState.Withdrawn) events.Add(new EnrolmentWithdrawn(name, institution, first, became));
        }
        if (!closed) return ($"sessions/{Next()}", [.. events]);
        events.Add(new SessionBegun());
        events.Add(new SessionClosed([.. seats.Where(seat => seat.Became is EnrolmentState.Attended or EnrolmentState.AttendedPartly or EnrolmentState.Absent)
            .Select(seat => new SeatOutcome(seat.Name, seat.Became, seat.Became == EnrolmentState.Attended ? $"CODE-{Next()}" : ""))]));
        return ($"sessions/{Next()}", [.. events]);
    }

    /// <summary>As many persons of an institution of whom the same became.</summary>
    public static IEnumerable<(string Institution, EnrolmentState Became)> Many(int count, string institution, EnrolmentState became) => Enumerable.Repeat((institution, became), count);

    /// <summary>Records them.</summary>
    public static async Task AddAsync(TrainingHost host, params IEnumerable<(string Stream, object[] Events)> streams)
    {
        var command = Command.OfNobody(Next(), [], host.Clock.GetUtcNow());
        await host.Services.GetRequiredService<CommandLog<TrainingDb>>().ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = default(StreamVersion);
            foreach (var (stream, events) in streams) last = await unit.AppendAsync(stream, 0, events, cancellation);
            return last;
        }, CancellationToken.None);
    }

    /// <summary>Adds an event to a stream that has so many.</summary>
    public static Task AddAsync(TrainingHost host, string stream, long version, object happened) =>
        host.Services.GetRequiredService<CommandLog<TrainingDb>>().ExecuteAsync(Command.OfNobody(Next(), [], host.Clock.GetUtcNow()),
            (unit, cancellation) => unit.AppendAsync(stream, version, [happened], cancellation), CancellationToken.None);

    private static string Next() => Interlocked.Increment(ref _number).ToString("D8", CultureInfo.InvariantCulture);
}
