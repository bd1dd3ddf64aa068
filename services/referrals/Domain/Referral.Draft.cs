namespace Reseau.Referrals.Domain;

public sealed partial record Referral
{
    // Written anew as a whole, however often: the last word is all there is.
    private static Referral Written(Referral? current, string name, long version, DateTimeOffset at, ReferralDrafted drafted)
    {
        var written = new ReferralSubmitted(drafted.Parties, drafted.ServiceDisplayName, drafted.Theme, Consent.None);
        return new()
        {
            Name = name,
            Version = version,
            SharedVersion = version,
            State = ReferralState.Draft,
            Submission = written,
            SubmittedAt = current?.SubmittedAt ?? at,
            ChangedAt = at,
            // Nobody waits for anything.
            Waiting = Waiting.Of(written, at) with { State = ReferralState.Draft },
        };
    }
}
