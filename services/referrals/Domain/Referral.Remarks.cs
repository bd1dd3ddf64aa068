namespace Reseau.Referrals.Domain;

public sealed partial record Referral
{
    /// <summary>
    /// Version of the last event that both sides may see. Etags are made of it: what one side writes for itself must neither make
    /// the other's page stale nor tell that something was written.
    /// </summary>
    public long SharedVersion { get; init; }

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
            _ => heard,
        };
    }
}
