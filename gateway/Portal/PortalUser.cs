using System.Security.Claims;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>The signed-in person as the pages need them. Decides what is offered; what is allowed, the services decide.</summary>
public sealed record PortalUser(string Name, string? Institution, bool IsSignedIn, bool CanRefer, bool IsCoordinator)
{
    public static PortalUser Of(HttpContext context)
    {
        var user = context.User;
        var institution = user.FindFirstValue(Claims.Institution);
        return new(
            user.Identity?.Name ?? "",
            institution is null ? null : "institutions/" + institution,
            user.Identity is { IsAuthenticated: true },
            institution is not null && (user.IsInRole(Roles.Receptionist) || user.IsInRole(Roles.Handler)),
            user.IsInRole(Roles.Coordinator));
    }
}
