using Reseau.Training.Domain.Sessions;
using static Reseau.Training.Tests.Domain.Plans;

namespace Reseau.Training.Tests.Domain;

/// <summary>Hundreds of sessions lived at random, each against the oracle: never oversold, the line served in its order, no seat free that somebody waits for.</summary>
public sealed class WalkingAtRandom
{
    private static readonly string[] Institutions = [Ccas, Caf, Arcs];

    [Fact]
    public void No_seat_is_given_twice_and_the_line_is_served_in_its_order()
    {
        var random = new Random(20261122);
        var (waited, served, resized, released) = (0, 0, 0, 0);
        for (var life = 0; life < 400; life++)
        {
            var seats = random.Next(1, 9);
            var kept = Kept(random, seats);
            var walk = new Walk(seats, kept);
            for (var step = 0; step < 60; step++)
            {
                var person = random.Next(14);
                switch (random.Next(10))
                {
                    case < 5: walk.Enrol(person, Institutions[person % 3], needsApproval: random.Next(4) == 0); break;
                    case 5: walk.Approve(person); break;
                    case < 9: walk.Withdraw(person); break;
                    default: resized += walk.Resize(random.Next(1, 9)) ? 1 : 0; break;
                }
                if (random.Next(40) == 0 && walk.ReleaseOne()) released++;
                walk.Compare();
                waited += walk.Session.Seats.Waiting;
            }
            served += walk.Served;
        }
        // A walk that met nothing of this would prove nothing.
        Assert.True(waited > 1000 && served > 200 && resized > 200 && released > 50, $"{waited} {served} {resized} {released}");
    }

    private static SeatReservation[] Kept(Random random, int seats)
    {
        var left = seats;
        return [.. Institutions.Take(random.Next(3)).Select((institution, index) => new SeatReservation(institution, random.Next(left + 1), new DateOnly(2026, 11, 24).AddDays(index)))
            .Where(kept => (left -= kept.Seats) >= 0 && kept.Seats > 0)];
    }

    private sealed class Walk(int seats, SeatReservation[] kept)
    {
        private readonly SeatOracle _oracle = new(seats, [.. kept.Select(one => (one.Institution, one.Seats))]);
        private readonly Dictionary<string, Enrolment> _enrolments = new(StringComparer.Ordinal);
        private readonly Queue<SeatReservation> _kept = new(kept);
        private DateTimeOffset _now = Monday;

        public Session Session { get; private set; } = Opened(Content(seats, kept));

        public int Served { get; private set; }

        public void Enrol(int person, string institution, bool needsApproval)
        {
            var name = $"professionals/{person}";
            var known = _enrolments.GetValueOrDefault(name);
            var decision = EnrolmentDecider.Enrol(Session with { Course = Session.Course with { NeedsApproval = needsApproval } }, known, new(name, institution, [SessionSide.Person], _now));
            Assert.Equal(known is not null && EnrolmentTransitions.IsLive(known.State), decision.Refusal is not null);
            Take(decision.Events);
            if (decision.Events.Count > 0 && !needsApproval) _oracle.Ask(name, institution);
        }

        public void Approve(int person)
        {
            if (_enrolments.GetValueOrDefault($"professionals/{person}") is not { State: EnrolmentState.Requested } known) return;
            Take(EnrolmentDecider.Approve(Session, known, [SessionSide.Manager], _now).EventsOrThrow());
            _oracle.Ask(known.Professional, known.Institution);
        }

        public void Withdraw(int person)
        {
            if (_enrolments.GetValueOrDefault($"professionals/{person}") is not { } known || !EnrolmentTransitions.IsLive(known.State)) return;
            Take(EnrolmentDecider.Withdraw(Session, known, [SessionSide.Person], _now).EventsOrThrow());
            _oracle.Leave(known.Professional);
        }

        public bool Resize(int to)
        {
            var decision = SessionDecider.Revise(Session, Session.Content with { MaxSeats = to, MinSeats = Math.Min(to, 1) }, _now);
            var changed = _oracle.Resize(to);
            Assert.Equal(changed, decision.Refusal is null);
            if (decision.Refusal is not null) Assert.Equal("SEATS_DO_NOT_FIT", decision.Refusal.Reason);
            Take(decision.Events);
            return changed;
        }

        public bool ReleaseOne()
        {
            if (!_kept.TryDequeue(out var next)) return false;
            _now = Reseau.Kernel.Calendar.FrenchDay.StartOf(next.ReleaseDate);
            Take(SessionDeadlines.Release(Session, _now).EventsOrThrow());
            _oracle.Release(next.Institution);
            return true;
        }

        public void Compare()
        {
            Assert.True(Session.Seats.Taken <= Session.Content.MaxSeats);
            Assert.True(Session.FreeForAll >= 0);
            Assert.Equal(_oracle.Seated.Select(one => one.Person).Order(), In(EnrolmentState.Enrolled).Select(one => one.Professional).Order());
            Assert.Equal(_oracle.Line.Select(one => one.Person), In(EnrolmentState.Waiting).OrderBy(one => one.WaitingOrder).Select(one => one.Professional));
            Assert.Equal((_oracle.Seated.Count, _oracle.Line.Count), (Session.Seats.Taken, Session.Seats.Waiting));
        }

        private IEnumerable<Enrolment> In(EnrolmentState state) => _enrolments.Values.Where(one => one.State == state);

        // As the service does: what was decided, then whom there is a seat for, one by one.
        private void Take(IEnumerable<SessionEvent> events)
        {
            foreach (var happened in events) Hear(happened);
            while (Session.Servable is { Count: > 0 } institutions)
            {
                var first = In(EnrolmentState.Waiting).Where(one => institutions.Contains(one.Institution)).MinBy(one => one.WaitingOrder)!;
                Hear(EnrolmentDecider.GiveSeat(first.Professional, first.Institution));
                Served++;
            }
        }

        private void Hear(SessionEvent happened)
        {
            Session = After(Session, _now, happened);
            foreach (var name in _enrolments.Keys.Append((happened as EnrolmentMoved)?.Professional ?? "professionals/0").Distinct().ToList())
            {
                if (Enrolment.Evolve(_enrolments.GetValueOrDefault(name), Name, name, Session.Version, _now, happened) is { } next) _enrolments[name] = next;
            }
        }
    }
}
