namespace Reseau.Referrals.Domain;

public sealed partial record Referral
{
    /// <summary>
    /// Version of the last event that both sides may see. Etags are made of it: what one side writes for itself must neither make
    /// the other's page stale nor tell that something was written.
    /// </summary>
    public long SharedVersion { get; init; }

    /// <summary>How many documents the sender has joined.</summary>
    public int SenderAttachments { get; init; }

    /// <summary>How many documents the recipient has joined.</summary>
    public int RecipientAttachments { get; init; }

    /// <summary>How many documents a party has joined.</summary>
    public int AttachmentsOf(Side side) => side == Side.Sender ? SenderAttachments : RecipientAttachments;

    private static Referral Hear(Referral known, long version, ReferralEvent happened)
    {
        var heard = known with { Version = version, SharedVersion = ReferralRemark.IsInternal(happened) ? known.SharedVersion : version };
        return happened switch
        {
            ReferralCorrected corrected => heard with
            {
                Outcome = corrected.Outcome ?? known.Outcome,
                Autonomy = corrected.Autonomy ?? known.Autonomy,
                DeclineReasons = corrected.Reasons.Count > 0 ? corrected.Reasons : known.DeclineReasons,
            },
            ReferralAttachmentAdded { By: Side.Sender } => heard with { SenderAttachments = known.SenderAttachments + 1 },
            ReferralAttachmentAdded => heard with { RecipientAttachments = known.RecipientAttachments + 1 },
            _ => heard,
        };
    }
}
