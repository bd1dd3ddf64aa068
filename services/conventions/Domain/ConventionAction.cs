namespace Reseau.Conventions.Domain;

/// <summary>What somebody, or time, does to a convention.</summary>
public enum ConventionAction
{
    /// <summary>Replaces its text and terms.</summary>
    Update = 1,

    /// <summary>Sends it to the parties.</summary>
    Propose,

    /// <summary>Says something of it.</summary>
    Comment,

    /// <summary>Signs it in the name of a party.</summary>
    Sign,

    /// <summary>Says no.</summary>
    Decline,

    /// <summary>Takes it back.</summary>
    Withdraw,

    /// <summary>Stops it for a while.</summary>
    Suspend,

    /// <summary>Takes it up again.</summary>
    Resume,

    /// <summary>Ends it before its time.</summary>
    Terminate,

    /// <summary>Begins an amendment of it.</summary>
    Amend,

    /// <summary>Begins a renewal of it.</summary>
    Renew,

    /// <summary>Says whether a commitment is kept.</summary>
    KeepCommitment,

    /// <summary>Says that a step was reached.</summary>
    ReachStep,

    /// <summary>Says that money was paid.</summary>
    RecordPayment,

    /// <summary>Time: not signed by all by its last day.</summary>
    Lapse,

    /// <summary>Time: less than 90 days are left.</summary>
    ComeNear,

    /// <summary>Time: its end is past.</summary>
    Expire,

    /// <summary>What amends or renews it takes its place.</summary>
    Supersede,

    /// <summary>A party has left the network.</summary>
    Depart,
}
