using Reseau.Access.V1;
using Reseau.Hosting.Access;

namespace Reseau.Training.Rpc;

/// <summary>Who may see and change the record of a professional: the person, and those who lead the institution. A colleague is nobody.</summary>
internal static class ProfessionalReach
{
    /// <summary>Whether the caller speaks for the institution of a record.</summary>
    public static bool Manages(Caller caller, string institution) =>
        caller.Institution.Length > 0 && caller.Institution == institution && (caller.Roles.Contains(Role.Responsable) || caller.Roles.Contains(Role.Integration));

    /// <summary>Whether a record is the caller's own.</summary>
    public static bool IsOwn(Caller caller, string? subject) => subject is { Length: > 0 } && subject == caller.Subject;
}
