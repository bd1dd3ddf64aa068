using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Rpc;

/// <summary>Who may see and do what with sessions and enrolments: the organiser, the person, those who lead their institution.</summary>
internal static class SessionReach
{
    /// <summary>Whether the caller's institution organises a session.</summary>
    public static bool Organises(Caller caller, Session session) => caller.Institution.Length > 0 && caller.Institution == session.Institution;

    /// <summary>Whether the caller may see a session: what was never opened is its organiser's alone.</summary>
    public static bool Sees(Caller caller, Session session) => session.OpenedAt is not null || Organises(caller, session);

    /// <summary>Whether the caller sees who is enrolled, for the organiser: the chargé de mission sees counts.</summary>
    public static bool SeesEveryone(Caller caller, Session session) =>
        Organises(caller, session) && (caller.Roles.Contains(Role.Formateur) || caller.Roles.Contains(Role.Responsable) || caller.Roles.Contains(Role.Integration));

    /// <summary>In what capacities the caller may act on an enrolment; none when it is not their business.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="session">The session.</param>
    /// <param name="institution">Institution id of the professional when they enrolled.</param>
    /// <param name="subject">Account of the professional; null when none is tied to them.</param>
    public static IReadOnlyList<SessionSide> SidesOf(Caller caller, Session session, string institution, string? subject)
    {
        List<SessionSide> sides = [];
        if (SeesEveryone(caller, session)) sides.Add(SessionSide.Organiser);
        if (ProfessionalReach.IsOwn(caller, subject)) sides.Add(SessionSide.Person);
        if (ProfessionalReach.Manages(caller, institution)) sides.Add(SessionSide.Manager);
        return sides;
    }
}
