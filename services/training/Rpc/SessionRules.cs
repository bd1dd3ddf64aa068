using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Sessions;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>What a session must look like. Everything is checked, then answered at once; what depends on the time or on who is enrolled is decided.</summary>
internal static class SessionRules
{
    private const int LineLength = 150;
    private const int PlaceLength = 200;
    private const int LinkLength = 500;
    private const int NotesLength = 1000;
    private const int MostHalfDays = 60;
    private const int MostTrainers = 10;
    private const int MostReservations = 100;

    private static readonly TimeSpan LongestHalfDay = TimeSpan.FromHours(6);

    // No session is planned outside of these years; instants that no calendar holds are thereby refused as well.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a session.</summary>
    /// <param name="session">As it came.</param>
    /// <param name="modality">How it takes place when it does not say so; null when the course will tell.</param>
    /// <param name="violations">What is wrong.</param>
    public static SessionContent Read(Contract.Session session, Modality? modality, Violations violations)
    {
        if (!System.Enum.IsDefined(session.Modality)) violations.Add("session.modality", "UNKNOWN_VALUE", "The modality is not in the list.", "Choisissez une modalité de la liste.");
        var said = session.Modality == Contract.Modality.Unspecified ? modality ?? Modality.OnSite : (Modality)session.Modality;
        var halfDays = HalfDays(session, violations);
        FieldRules.TooMany(session.Trainers.Count, MostTrainers, "session.trainers", violations);
        FieldRules.Between(session.MaxSeats, 0, CourseMapper.MostSeats, "session.max_seats", violations);
        FieldRules.Between(session.MinSeats, 0, session.MaxSeats > 0 ? session.MaxSeats : CourseMapper.MostSeats, "session.min_seats", violations);
        FieldRules.Between(session.SeatCostCents, 0, CourseMapper.HighestCost, "session.seat_cost_cents", violations);
        var (firstDay, until) = (halfDays.Count > 0 ? FrenchDay.Of(halfDays[0].StartAt) : DateOnly.MaxValue, violations.Day("session.enrol_until", session.EnrolUntil));
        if (until > firstDay) violations.Add("session.enrol_until", "OUT_OF_RANGE", "Nobody enrols after the first day.", "Les inscriptions closent au plus tard le premier jour.");
        return new()
        {
            HalfDays = [.. halfDays],
            Modality = said,
            Trainers = [.. session.Trainers.Select((trainer, i) => violations.Required($"session.trainers[{i}]", trainer, LineLength))],
            MinSeats = session.MinSeats,
            MaxSeats = session.MaxSeats,
            Reservations = [.. Reservations(session, firstDay, violations)],
            EnrolUntil = until,
            SeatCostCents = session.SeatCostCents,
            Notes = violations.FreeText("session.notes", session.Notes, NotesLength),
        };
    }

    /// <summary>Who takes place in a room says where it is. Checked once the course has said what the session did not.</summary>
    public static void CheckPlaces(SessionContent content)
    {
        if (content.Modality == Modality.Remote) return;
        var violations = new Violations();
        foreach (var (index, halfDay) in content.HalfDays.Index().Where(each => each.Item.Place.Length == 0))
            violations.Add($"session.half_days[{index}].place", "REQUIRED", "A place is required unless it is at a distance.", "Indiquez le lieu de cette demi-journée.");
        violations.ThrowIfAny();
    }

    private static List<HalfDay> HalfDays(Contract.Session session, Violations violations)
    {
        if (session.HalfDays.Count == 0) violations.Add("session.half_days", "REQUIRED", "A session has a half-day at least.", "Indiquez au moins une demi-journée.");
        FieldRules.TooMany(session.HalfDays.Count, MostHalfDays, "session.half_days", violations);
        var read = new List<HalfDay>(session.HalfDays.Count);
        foreach (var (index, halfDay) in session.HalfDays.Index())
        {
            var field = $"session.half_days[{index}]";
            if (Instant(halfDay.StartTime, $"{field}.start_time", violations) is not { } start || Instant(halfDay.EndTime, $"{field}.end_time", violations) is not { } end) continue;
            if (end <= start || end - start > LongestHalfDay || FrenchDay.Of(start) != FrenchDay.Of(end))
                violations.Add($"{field}.end_time", "OUT_OF_RANGE", "A half-day ends on its day, six hours later at most.", "La fin est le même jour, au plus six heures après le début.");
            if (read.Count > 0 && start < read[^1].EndAt)
                violations.Add($"{field}.start_time", "OVERLAPS", "Half-days come one after the other.", "Cette demi-journée commence avant la fin de la précédente.");
            read.Add(new(start, end, violations.Optional($"{field}.place", halfDay.Place, PlaceLength), Link(halfDay.Link, $"{field}.link", violations)));
        }
        return read;
    }

    private static DateTimeOffset? Instant(Timestamp? time, string field, Violations violations)
    {
        if (time is null)
        {
            violations.Add(field, "REQUIRED", $"{field} is required.", "Ce champ est obligatoire.");
            return null;
        }
        if (time.Nanos is >= 0 and < 1_000_000_000 && time.Seconds >= Earliest.ToUnixTimeSeconds() && time.Seconds < Latest.ToUnixTimeSeconds())
            return Hosting.Log.KeptInstant.Of(time.ToDateTimeOffset());
        violations.Add(field, "OUT_OF_RANGE", $"{field} is not an instant of this century.", "Cette date n'est pas possible.");
        return null;
    }

    private static string Link(string typed, string field, Violations violations)
    {
        var link = violations.Optional(field, typed, LinkLength);
        if (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0))
            violations.Add(field, "NOT_A_LINK", $"{field} is not an https address.", "Indiquez une adresse qui commence par https://.");
        return link;
    }

    private static IEnumerable<SeatReservation> Reservations(Contract.Session session, DateOnly firstDay, Violations violations)
    {
        FieldRules.TooMany(session.Reservations.Count, MostReservations, "session.reservations", violations);
        FieldRules.Unique(session.Reservations.Select(kept => kept.Institution), "session.reservations", violations);
        foreach (var (index, kept) in session.Reservations.Index())
        {
            var field = $"session.reservations[{index}]";
            var institution = ResourceName.Parse(kept.Institution, "institutions", $"{field}.institution", violations).Id ?? "";
            FieldRules.Between(kept.Seats, 1, CourseMapper.MostSeats, $"{field}.seats", violations);
            var release = violations.Day($"{field}.release_date", kept.ReleaseDate);
            if (kept.ReleaseDate is null) violations.Add($"{field}.release_date", "REQUIRED", "Reserved seats are released one day.", "Indiquez le jour où ces places s'ouvrent à tous.");
            if (release > firstDay) violations.Add($"{field}.release_date", "OUT_OF_RANGE", "Seats are released on the first day at the latest.", "Les places s'ouvrent à tous au plus tard le premier jour.");
            yield return new(institution, kept.Seats, release ?? firstDay);
        }
    }
}
