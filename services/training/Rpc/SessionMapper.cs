using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Sessions;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Sessions to messages. What the caller may do is what the table, their place in the session, their roles and the time all allow.</summary>
internal static class SessionMapper
{
    /// <summary>Answers below which nothing is said of them: fewer could be guessed.</summary>
    private const int FewAnswers = 5;

    private static readonly Dictionary<string, Access.V1.Rule> Rules = Contract.SessionsService.Descriptor.Methods
        .ToDictionary(method => method.Name, method => AccessRules.RuleOf(method)!, StringComparer.Ordinal);

    /// <summary>A session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="hasSeat">Whether the caller has a seat in it.</param>
    /// <param name="now">When.</param>
    public static Contract.CourseSession ToMessage(Session session, Caller caller, bool hasSeat, DateTimeOffset now)
    {
        var (content, organises, open) = (session.Content, SessionReach.Organises(caller, session), EnrolmentDecider.IsOpenTo(session, now));
        var message = new Contract.CourseSession
        {
            Name = session.Name,
            Etag = Etag.Of(session.Version),
            State = (Contract.CourseSession.Types.State)session.State,
            Institution = Codes.Institution(session.Institution),
            Course = session.Course.Name,
            Title = session.Course.Title,
            Modality = (Contract.Modality)content.Modality,
            MinSeats = content.MinSeats,
            MaxSeats = content.MaxSeats,
            EnrolUntil = content.EnrolUntil?.ToDate(),
            SeatCostCents = content.SeatCostCents,
            Notes = content.Notes,
            SeatsTaken = session.Seats.Taken,
            Waiting = session.Seats.Waiting,
            SeatsFreeForCaller = open ? session.FreeFor(caller.Institution) : 0,
            Confirmed = session.Confirmed,
            CancelReason = session.CancelReason,
            CreateTime = session.CreatedAt.ToTimestamp(),
            Satisfaction = Satisfaction(session),
        };
        message.HalfDays.AddRange(content.HalfDays.Select(halfDay => new Contract.HalfDay
        {
            StartTime = halfDay.StartAt.ToTimestamp(), EndTime = halfDay.EndAt.ToTimestamp(), Place = halfDay.Place, Link = organises || hasSeat ? halfDay.Link : "",
        }));
        message.Trainers.AddRange(content.Trainers);
        message.Reservations.AddRange(content.Reservations.Select(kept => new Contract.SeatReservation
        {
            Institution = Codes.Institution(kept.Institution), Seats = kept.Seats, ReleaseDate = kept.ReleaseDate.ToDate(),
        }));
        if (organises) message.Possible.AddRange(SessionDecider.Possible(session, now).Select(SessionMethods.Of).Where(method => MayCall(caller, method)));
        if (open && MayCall(caller, SessionMethods.Of(EnrolmentAction.Enrol))) message.Possible.Add(SessionMethods.Of(EnrolmentAction.Enrol));
        return message;
    }

    /// <summary>Whether a role of the caller opens a method.</summary>
    public static bool MayCall(Caller caller, string method) => Rules[method].Roles.Any(caller.Roles.Contains);

    private static Contract.Satisfaction? Satisfaction(Session session)
    {
        if (session.Hot.Answers < FewAnswers) return null;
        var said = new Contract.Satisfaction { HotAnswers = session.Hot.Answers, HotHundredths = Mean(session.Hot) };
        if (session.Cold.Answers >= FewAnswers) (said.ColdAnswers, said.ColdHundredths) = (session.Cold.Answers, Mean(session.Cold));
        return said;
    }

    private static int Mean(NoteSum said) => (int)Math.Round(100m * said.Sum / said.Answers, MidpointRounding.AwayFromZero);
}
