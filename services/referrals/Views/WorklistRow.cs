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

    /// <summary>Institution id that must answer; empty for a draft.</summary>
    public required string Recipient { get; set; }

    /// <summary>The list of the sender it is on.</summary>
    public Worklist SenderList { get; set; }

    /// <summary>The list of the recipient it is on.</summary>
    public Worklist RecipientList { get; set; }

    /// <summary><c>services/{service}</c>; empty for a draft that has none yet.</summary>
    public required string Service { get; set; }

    /// <summary>Name of the service that day.</summary>
    public required string ServiceDisplayName { get; set; }

    /// <summary>Theme of the need.</summary>
    public required string Theme { get; set; }

    /// <summary>When it was sent, or begun to be written.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Last time it moved: what is merely said of it does not change its place in a list.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the answer that somebody owes is due; null when nobody owes one.</summary>
    public DateTimeOffset? AnswerDueAt { get; set; }

    /// <summary>Its place in the lists of its state: when the answer is due, otherwise the last time it moved.</summary>
    public DateTimeOffset OrderAt { get; set; }

    /// <summary>When the person is expected.</summary>
    public DateTimeOffset? AppointmentAt { get; set; }

    /// <summary>When the person took their consent back.</summary>
    public DateTimeOffset? ConsentWithdrawnAt { get; set; }

    /// <summary>When its personal data were erased.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Until when it waits in line or is paused.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The first referral of its chain; null for one that stands alone.</summary>
    public string? Chain { get; set; }

    /// <summary>How often the person had been passed on before it; null for one that stands alone.</summary>
    public int? Hop { get; set; }

    /// <summary>The referral that goes on in its place.</summary>
    public string? RedirectedTo { get; set; }

    /// <summary>What it counts for in its chain; null for one entered in error.</summary>
    public ChainState? Standing { get; set; }
}
