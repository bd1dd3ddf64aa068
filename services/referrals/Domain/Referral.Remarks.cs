namespace Reseau.Referrals.Domain;

public sealed partial record Referral
{
    /// <summary>
    /// Version of the last event that both sides may see. Etags are made of it: what one side writes for itself must neither make
    /// the other's page stale nor tell that something was written.
    /// </summary>
    public long SharedVersion { get; init; }

    /// <summary>The documents that were joined, oldest first.</summary>
    public IReadOnlyList<JoinedDocument> Documents { get; init; } = [];

    /// <summary>How many documents a party has joined.</summary>
    public int DocumentsOf(Side side) => Documents.Count(document => document.What.By == side);

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
            ReferralAttachmentAdded added => heard with { Documents = [.. known.Documents, new(version, added)] },
            _ => heard,
        };
    }
}

/// <summary>A document of a referral.</summary>
/// <param name="Version">Version of the referral that it came with: its name and what was said of it lie in the personal part of that version.</param>
/// <param name="What">What was joined, by whom and for whom.</param>
public sealed record JoinedDocument(long Version, ReferralAttachmentAdded What);
