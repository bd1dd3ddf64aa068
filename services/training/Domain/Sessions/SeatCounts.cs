using Reseau.Kernel;

namespace Reseau.Training.Domain.Sessions;

/// <summary>How many of an institution have a seat, and how many wait for one.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="Taken">Persons with a seat.</param>
/// <param name="Waiting">Persons on the waiting list.</param>
public sealed record InstitutionSeats(string Institution, int Taken, int Waiting);

/// <summary>
/// The seats of a session, counted by institution: what a decision about a seat rests on, however many persons are enrolled.
///
/// Each institution occupies the larger of what it has taken and what is kept for it. What no institution occupies is free for all; who has
/// not used up what is kept for them can take that as well. A seat is given only where one is free, so none is ever given twice.
/// </summary>
/// <param name="Institutions">The counts, by institution id.</param>
public readonly record struct SeatCounts(ValueList<InstitutionSeats> Institutions)
{
    /// <summary>Seats taken.</summary>
    public int Taken => Institutions.Sum(one => one.Taken);

    /// <summary>Persons that wait.</summary>
    public int Waiting => Institutions.Sum(one => one.Waiting);

    /// <summary>Seats an institution has taken.</summary>
    public int TakenBy(string institution) => Institutions.FirstOrDefault(one => one.Institution == institution)?.Taken ?? 0;

    /// <summary>Seats that are kept or taken, of all institutions.</summary>
    /// <param name="kept">What is kept.</param>
    public int Occupied(IReadOnlyCollection<SeatReservation> kept)
    {
        var counts = this;
        return Institutions.Where(one => kept.All(reservation => reservation.Institution != one.Institution)).Sum(one => one.Taken)
            + kept.Sum(reservation => Math.Max(reservation.Seats, counts.TakenBy(reservation.Institution)));
    }

    /// <summary>The counts after an enrolment went from a state to another.</summary>
    public SeatCounts Moved(string institution, EnrolmentState? from, EnrolmentState to)
    {
        var one = Institutions.FirstOrDefault(known => known.Institution == institution) ?? new(institution, 0, 0);
        one = one with { Taken = one.Taken + Change(from, to, EnrolmentState.Enrolled), Waiting = one.Waiting + Change(from, to, EnrolmentState.Waiting) };
        return new([.. Institutions.Where(known => known.Institution != institution).Append(one).Where(known => known is not { Taken: 0, Waiting: 0 }).OrderBy(known => known.Institution, StringComparer.Ordinal)]);
    }

    /// <summary>The counts once nobody waits any more.</summary>
    public SeatCounts WithoutWaiting() => new([.. Institutions.Where(one => one.Taken > 0).Select(one => one with { Waiting = 0 })]);

    private static int Change(EnrolmentState? from, EnrolmentState to, EnrolmentState counted) => (to == counted ? 1 : 0) - (from == counted ? 1 : 0);
}
