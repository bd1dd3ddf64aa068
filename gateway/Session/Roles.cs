namespace Reseau.Gateway.Session;

/// <summary>Realm roles that change what the portal offers. What a role may do is decided by the services.</summary>
public static class Roles
{
    public const string Receptionist = "agent-accueil";
    public const string Handler = "referent";
    public const string Manager = "responsable";
    public const string Signatory = "signataire";
    public const string Trainer = "formateur";
    public const string Coordinator = "charge-de-mission";
    public const string Administrator = "administrateur";

    /// <summary>Policy of the pages about referrals: agents of an institution who refer or answer.</summary>
    public const string ReferralPages = "referrals";

    /// <summary>Policy of the page about an institution's own services: whoever may say there that a service has room.</summary>
    public const string OwnServicePages = "own-services";

    /// <summary>Policy of the pages that change what an institution's services say.</summary>
    public const string EditPages = "edit";

    /// <summary>Policy of the pages that change what the directory says of a place: its institution, and administrators for any.</summary>
    public const string PlacePages = "places";

    /// <summary>Policy of the pages about the directory as a whole.</summary>
    public const string NetworkPages = "network";

    /// <summary>Policy of the pages that show conventions: whoever works under them, and who looks after the network.</summary>
    public const string ConventionPages = "conventions";

    /// <summary>Policy of the pages that write conventions.</summary>
    public const string ConventionWriting = "conventions-writing";

    /// <summary>Policy of the page on which somebody signs in the name of their institution.</summary>
    public const string Signing = "signing";

    /// <summary>Policy of the pages about governance bodies: everybody who reads conventions but agents, who do not sit in them.</summary>
    public const string BodyPages = "bodies";

    /// <summary>Policy of the pages about the professionals of one's institution: who leads them.</summary>
    public const string TeamPages = "team";

    /// <summary>Policy of the pages that write training plans, needs and campaigns, of an institution or of the network.</summary>
    public const string PlanWriting = "plans-writing";

    /// <summary>Policy of the figures of training.</summary>
    public const string TrainingFigures = "training-figures";

    /// <summary>Policy of the pages about needs of training, and of those that show campaigns: who leads an institution, and who looks after the network.</summary>
    public const string NeedPages = "training-needs";

    /// <summary>Policy of the pages about courses and sessions: whoever may be trained.</summary>
    public const string TrainingPages = "training";

    /// <summary>Policy of the pages of one's own trainings: they belong to a person of an institution.</summary>
    public const string OwnTrainingPages = "own-training";

    /// <summary>Policy of the pages that write courses and plan sessions.</summary>
    public const string TrainingPlanning = "training-planning";

    /// <summary>Policy of the page that says who came: those who may see the names of everybody in a session of theirs.</summary>
    public const string AttendancePages = "attendance";

    /// <summary>Policy of the pages that import a file.</summary>
    public const string ImportPages = "import";
}
