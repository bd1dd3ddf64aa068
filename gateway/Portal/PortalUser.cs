using System.Globalization;
using System.Security.Claims;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>The signed-in person as the pages need them. Decides what is offered; what is allowed, the services decide.</summary>
public sealed record PortalUser
{
    // All that persons have; programs have one of their own.
    private static readonly string[] Trained =
        [Roles.Receptionist, Roles.Handler, Roles.Signatory, Roles.Trainer, Roles.Manager, Roles.Coordinator, Roles.Administrator];

    public string Name { get; private init; } = "";

    /// <summary><c>institutions/{institution}</c>.</summary>
    public string? Institution { get; private init; }

    public bool IsSignedIn { get; private init; }

    /// <summary>When the person last typed their password; null when the identity provider does not say.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private init; }

    /// <summary>Sends referrals and answers them.</summary>
    public bool CanRefer { get; private init; }

    /// <summary>Says whether a service of the institution has room.</summary>
    public bool CanStateRoom { get; private init; }

    /// <summary>Writes the services of the institution.</summary>
    public bool CanEdit { get; private init; }

    /// <summary>Reads the conventions of the institution, or all of them.</summary>
    public bool CanReadConventions { get; private init; }

    /// <summary>Writes conventions for the institution.</summary>
    public bool CanWriteConventions { get; private init; }

    /// <summary>Signs in the name of the institution.</summary>
    public bool CanSign { get; private init; }

    /// <summary>Sees governance bodies.</summary>
    public bool CanSeeBodies { get; private init; }

    /// <summary>Sees the professionals of the institution, and says what they can do.</summary>
    public bool CanLeadTeam { get; private init; }

    /// <summary>Writes training plans, needs and campaigns, of the institution or of the network.</summary>
    public bool CanWritePlans { get; private init; }

    /// <summary>Writes those of the network.</summary>
    public bool CanWriteForNetwork { get; private init; }

    /// <summary>Reads the figures of training.</summary>
    public bool CanReadTrainingFigures { get; private init; }

    /// <summary>Reads needs of training, and campaigns.</summary>
    public bool CanSeeNeeds { get; private init; }

    /// <summary>Looks after the directory as a whole.</summary>
    public bool CanLookAfterNetwork { get; private init; }

    /// <summary>Reads the catalogue of trainings and the sessions.</summary>
    public bool CanSeeTraining { get; private init; }

    /// <summary>Is trained: has trainings of their own.</summary>
    public bool CanBeTrained { get; private init; }

    /// <summary>Writes courses, plans sessions and says who came.</summary>
    public bool CanPlanTraining { get; private init; }

    /// <summary>Reads who is enrolled in a session.</summary>
    public bool CanReadEnrolments { get; private init; }

    public bool CanImport { get; private init; }

    public bool IsCoordinator { get; private init; }

    /// <summary>Writes the records of any institution.</summary>
    public bool IsAdministrator { get; private init; }

    public static PortalUser Of(HttpContext context)
    {
        var user = context.User;
        var institution = user.FindFirstValue(Claims.Institution);
        var agent = user.IsInRole(Roles.Receptionist) || user.IsInRole(Roles.Handler);
        var manager = user.IsInRole(Roles.Manager) || user.IsInRole(Roles.Administrator);
        var network = user.IsInRole(Roles.Coordinator) || user.IsInRole(Roles.Administrator);
        return new()
        {
            Name = user.Identity?.Name ?? "",
            Institution = institution is null ? null : "institutions/" + institution,
            IsSignedIn = user.Identity is { IsAuthenticated: true },
            AuthenticatedAt = InstantOf(user.FindFirstValue(Claims.AuthenticatedAt)),
            CanRefer = institution is not null && agent,
            CanStateRoom = institution is not null && (agent || manager),
            CanEdit = institution is not null && manager,
            CanReadConventions = ReadsConventions(user),
            CanWriteConventions = WritesConventions(user),
            CanSign = institution is not null && user.IsInRole(Roles.Signatory),
            CanSeeBodies = SitsInBodies(user),
            CanLeadTeam = institution is not null && user.IsInRole(Roles.Manager),
            CanWritePlans = WritesPlans(user),
            CanWriteForNetwork = institution is not null && user.IsInRole(Roles.Coordinator),
            CanReadTrainingFigures = ReadsTrainingFigures(user),
            CanSeeNeeds = SeesNeeds(user),
            CanSeeTraining = SeesTraining(user),
            CanBeTrained = institution is not null && SeesTraining(user),
            CanPlanTraining = PlansTraining(user),
            CanReadEnrolments = institution is not null && (user.IsInRole(Roles.Trainer) || user.IsInRole(Roles.Manager)),
            CanLookAfterNetwork = network,
            CanImport = network || (institution is not null && manager),
            IsCoordinator = user.IsInRole(Roles.Coordinator),
            IsAdministrator = user.IsInRole(Roles.Administrator),
        };
    }

    /// <summary>Whether somebody reads conventions.</summary>
    public static bool ReadsConventions(ClaimsPrincipal user) => SitsInBodies(user) || (HasInstitution(user) && user.IsInRole(Roles.Receptionist));

    /// <summary>Whether somebody writes conventions.</summary>
    public static bool WritesConventions(ClaimsPrincipal user) =>
        HasInstitution(user) && (user.IsInRole(Roles.Signatory) || user.IsInRole(Roles.Manager) || user.IsInRole(Roles.Coordinator));

    /// <summary>Whether somebody may sit in a governance body, or looks after all of them.</summary>
    public static bool SitsInBodies(ClaimsPrincipal user) => user.IsInRole(Roles.Coordinator) || user.IsInRole(Roles.Administrator)
        || (HasInstitution(user) && (user.IsInRole(Roles.Handler) || user.IsInRole(Roles.Signatory) || user.IsInRole(Roles.Manager)));

    /// <summary>Whether somebody writes training plans, needs and campaigns: of their institution, or of the network.</summary>
    public static bool WritesPlans(ClaimsPrincipal user) => HasInstitution(user) && (user.IsInRole(Roles.Manager) || user.IsInRole(Roles.Coordinator));

    /// <summary>Whether somebody reads figures of training: those of their institution, or of the network.</summary>
    public static bool ReadsTrainingFigures(ClaimsPrincipal user) =>
        user.IsInRole(Roles.Coordinator) || user.IsInRole(Roles.Administrator) || (HasInstitution(user) && user.IsInRole(Roles.Manager));

    /// <summary>Whether somebody reads needs of training and campaigns: those of their institution, or of the network.</summary>
    public static bool SeesNeeds(ClaimsPrincipal user) => ReadsTrainingFigures(user);

    /// <summary>Whether somebody reads the catalogue of trainings.</summary>
    public static bool SeesTraining(ClaimsPrincipal user) => Trained.Any(user.IsInRole);

    /// <summary>Whether somebody writes courses and plans sessions.</summary>
    public static bool PlansTraining(ClaimsPrincipal user) =>
        HasInstitution(user) && (user.IsInRole(Roles.Trainer) || user.IsInRole(Roles.Manager) || user.IsInRole(Roles.Coordinator));

    private static bool HasInstitution(ClaimsPrincipal user) => user.FindFirstValue(Claims.Institution) is { Length: > 0 };

    private static DateTimeOffset? InstantOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(count)
            : null;

    /// <summary>Whether the person keeps a plan, a need or a campaign: one of the network the chargé de mission, one of an institution its heads.</summary>
    /// <param name="institution"><c>institutions/{institution}</c> that began it.</param>
    /// <param name="network">Whether it is the network's.</param>
    public bool Keeps(string institution, bool network) => Institution == institution && (network ? CanWriteForNetwork : CanLeadTeam);

    /// <summary>Whether the person may write what this institution says of itself.</summary>
    public bool MayWrite(string institution) => IsAdministrator || (CanEdit && Institution == institution);
}
