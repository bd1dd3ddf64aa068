using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Access;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Who an enrolment is of, as an answer needs it.</summary>
/// <param name="Name"><c>professionals/{professional}</c>.</param>
/// <param name="Institution">Institution id they work for now.</param>
/// <param name="Subject">Account that is tied to them; null for none.</param>
/// <param name="DisplayName">First and last name; empty once erased.</param>
/// <param name="Function">What they do.</param>
/// <param name="Permanences">When they hold permanences; empty = not known.</param>
/// <param name="Departure">Number of their last day; null = still there.</param>
/// <param name="Erased">Whether who they are was erased.</param>
internal sealed record Enrollee(string Name, string Institution, string? Subject, string DisplayName, Function Function, string Permanences, int? Departure, bool Erased);

/// <summary>Enrolments to messages.</summary>
internal static class EnrolmentMapper
{
    private const string Download = nameof(Contract.SessionsService.SessionsServiceClient.DownloadCertificate);

    /// <summary>An enrolment, for somebody who may see it.</summary>
    public static Contract.Enrolment ToMessage(Session session, Enrolment enrolment, Enrollee person, int rank, IReadOnlyDictionary<WordsKind, string> words, Caller caller, DateTimeOffset now)
    {
        var sides = SessionReach.SidesOf(caller, session, enrolment.Institution, person.Subject);
        var hasSeat = sides.Contains(SessionSide.Person) && enrolment.State == EnrolmentState.Enrolled;
        var message = new Contract.Enrolment
        {
            Name = NameOf(session.Name, enrolment.Professional),
            State = (Contract.Enrolment.Types.State)enrolment.State,
            Session = SessionMapper.ToMessage(session, caller, hasSeat, now),
            Professional = enrolment.Professional,
            DisplayName = person.DisplayName,
            Institution = Codes.Institution(enrolment.Institution),
            WaitingRank = rank,
            Reason = enrolment.State == EnrolmentState.Cancelled ? session.CancelReason
                : enrolment.State is EnrolmentState.Refused or EnrolmentState.Withdrawn ? words.GetValueOrDefault(WordsKind.Reason, "") : "",
            CertificateCode = enrolment.Certificate ?? "",
            CreateTime = enrolment.CreatedAt.ToTimestamp(),
        };
        if (EnrolmentTransitions.IsLive(enrolment.State) && session.Content.EndAt > now) message.Remarks.AddRange(EnrolmentRemarks.Of(session, person.Function, person.Permanences));
        message.Presences.AddRange(enrolment.Presences.Select(presence => presence is { } said ? (Contract.Presence)said : Contract.Presence.Unspecified));
        // What somebody thought of it is theirs, and the organiser's who asked; not their manager's.
        if (sides.Contains(SessionSide.Person) || sides.Contains(SessionSide.Organiser))
            (message.Hot, message.Cold) = (Said(enrolment.Hot, words.GetValueOrDefault(WordsKind.Hot, "")), Said(enrolment.Cold, words.GetValueOrDefault(WordsKind.Cold, "")));
        message.Possible.AddRange(EnrolmentDecider.Possible(session, enrolment, sides, now).Select(SessionMethods.Of).Where(method => method.Length > 0 && SessionMapper.MayCall(caller, method)));
        if (enrolment.Certificate is not null && SessionMapper.MayCall(caller, Download)) message.Possible.Add(Download);
        return message;
    }

    /// <summary>The name of an enrolment.</summary>
    public static string NameOf(string session, string professional) => $"{session}/enrolments/{professional[(professional.IndexOf('/', StringComparison.Ordinal) + 1)..]}";

    private static Contract.Evaluation? Said(GivenMark? given, string comment) =>
        given is null ? null : new() { Note = given.Mark, Comment = comment, EvaluateTime = given.At.ToTimestamp() };
}
