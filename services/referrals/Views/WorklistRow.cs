using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>One referral as its worklists need it; no personal data.</summary>
public sealed class WorklistRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the last event that both sides may see: the etag.</summary>
    public long Version { get; set; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; set; }

    /// <summary>State that this one interrupted.</summary>
    public ReferralState? Before { get; set; }

    /// <summary>Institution id that sent it.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that must answer.</summary>
    public required string Recipient { get; set; }

    /// <summary>The list of the sender it is on.</summary>
    public Worklist SenderList { get; set; }

    /// <summary>The list of the recipient it is on.</summary>
    public Worklist RecipientList { get; set; }

    /// <summary><c>services/{service}</c>.</summary>
    public required string Service { get; set; }

    /// <summary>Name of the service that day.</summary>
    public required string ServiceDisplayName { get; set; }

    /// <summary>Theme of the need.</summary>
    public required string Theme { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Last time it moved: what is merely said of it does not change its place in a list.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the person is expected.</summary>
    public DateTimeOffset? AppointmentAt { get; set; }

    /// <summary>Until when it waits in line or is paused.</summary>
    public DateOnly? Until { get; set; }
}
