using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Demo;

/// <summary>The sessions that a first start shows, around the day of that start: two to come, one that took place.</summary>
internal static class DemoSessions
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Afternoon = new(14, 0);

    public static IEnumerable<(string Stream, IReadOnlyList<object> Events)> All(DateTimeOffset now)
    {
        var today = FrenchDay.Of(now);
        yield return new Life("sessions/demo-accueil", "arcs-rennes", now)
            .Plan(DemoCourses.Reception, new()
            {
                HalfDays = [HalfDay(today.AddDays(12), Morning), HalfDay(today.AddDays(12), Afternoon)], MaxSeats = 3, MinSeats = 2, Trainers = ["Emmaüs Connect Rennes"], SeatCostCents = 9_000,
                Reservations = [new("ccas-rennes", 1, today.AddDays(5))], Notes = "Repas sur place possible.",
            })
            .Enrol("demo-claire", "ccas-rennes").Enrol("demo-ines", "ville-rennes").Enrol("demo-nadia", "caf-35").Enrol("demo-karim", "caf-35").Lived();
        yield return new Life("sessions/demo-aidants-connect", "rennes-metropole", now)
            .Plan(DemoCourses.OnBehalf, new()
            {
                HalfDays = [HalfDay(today.AddDays(20), Morning, place: "", link: "https://visio.example.org/aidants-connect")], Modality = Modality.Remote, MaxSeats = 20,
            })
            .Enrol("demo-claire", "ccas-rennes").Enrol("demo-marc", "departement-35").Lived();
        yield return new Life("sessions/demo-donnees", "arcs-rennes", FrenchPlace.Of(null).At(today.AddDays(-60), Morning))
            .Plan(DemoCourses.Data, new()
            {
                HalfDays = [HalfDay(today.AddDays(-40), Morning, place: "", link: "https://visio.example.org/donnees")], Modality = Modality.Remote, MaxSeats = 25, MinSeats = 2, Trainers = ["CNFPT Bretagne"],
            })
            .Enrol("demo-claire", "ccas-rennes").Enrol("demo-karim", "caf-35").Enrol("demo-lea", "mission-locale-rennes")
            .Close(FrenchPlace.Of(null).At(today.AddDays(-40), Afternoon), ("demo-claire", Presence.Present), ("demo-karim", Presence.Absent), ("demo-lea", Presence.Present)).Lived();
    }

    private static HalfDay HalfDay(DateOnly day, TimeOnly time, string place = "Espace social commun du Blosne, salle 1", string link = "")
    {
        var start = FrenchPlace.Of(null).At(day, time);
        return new(start, start.AddHours(3), place, link);
    }

    /// <summary>By the deciders, as anybody's: what the demo shows could have happened.</summary>
    private sealed class Life(string name, string organiser, DateTimeOffset at)
    {
        private readonly List<SessionEvent> _events = [];
        private readonly List<string> _people = [];
        private Session? _session;

        public Life Plan(Course course, SessionContent content) => Happen(SessionDecider.Plan(course, course.Name, organiser, content, at)).Happen(SessionDecider.Open(_session!, at));

        public Life Enrol(string professional, string institution)
        {
            _people.Add($"professionals/{professional}");
            return Happen(EnrolmentDecider.Enrol(_session!, current: null, new(_people[^1], institution, [SessionSide.Person], at)));
        }

        public Life Close(DateTimeOffset then, params (string Professional, Presence Presence)[] said)
        {
            Happen(new SessionBegun());
            Happen(SessionDecider.RecordAttendance(_session!, 1, AttendanceMethod.Tablet, [.. said.Select(one => new PersonPresence($"professionals/{one.Professional}", one.Presence))], Seats(), then));
            // Nobody's secret: the demo's certificates are the same at every start.
            byte chance = 0;
            return Happen(SessionDecider.Close(_session!, Seats(), () => CertificateCode.Of([.. Enumerable.Repeat(++chance, CertificateCode.Random)]), then));
        }

        public (string Stream, IReadOnlyList<object> Events) Lived() => (name, _events);

        private List<Enrolment> Seats() =>
            [.. _people.Select(person => _events.Index().Aggregate((Enrolment?)null, (current, one) => Enrolment.Evolve(current, name, person, one.Index + 1, at, one.Item))!).Where(one => one.State == EnrolmentState.Enrolled)];

        private Life Happen(Decision<SessionEvent> decision)
        {
            foreach (var happened in decision.EventsOrThrow())
            {
                _events.Add(happened);
                _session = Session.Evolve(_session, name, _events.Count, at, happened);
            }
            return this;
        }
    }
}
