using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Tests.Domain;

/// <summary>Referrals in each state, reached by the shortest way through the table: a history told in actions.</summary>
internal static class ReferralHistories
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly TargetService Service = new("services/caf-35-demarches", "Démarches en ligne", "caf-35", AcceptsReferrals: true);
    public static readonly TargetService Elsewhere = new("services/departement-35-accueil", "Accueil du département", "departement-35", AcceptsReferrals: true);
    public static readonly DraftContent Written = new(Service.Name, Service, "numerique--acceder-a-des-services-en-ligne");
    public static readonly Consent Agreed = new(ConsentChannel.Oral, Today, Consent.DefaultEnd(Today), Consent.AllFields);

    public static Referral Submitted()
    {
        var sent = ReferralDecider.Submit(Service, "ccas-rennes", "numerique--acceder-a-des-services-en-ligne", Agreed, Today, SendingTerms.Free).Events.Single();
        return Referral.Evolve(null, "referrals/1", 1, Monday, sent);
    }

    public static Referral Drafted() => Referral.Evolve(null, "referrals/1", 1, Monday, Drafting.Write("ccas-rennes", Written).Events.Single());

    /// <summary>Everything a party could say with an action, so that no field is missing; a correction is of words alone.</summary>
    public static MoveReferral Move(Side who, ReferralAction action) => action == ReferralAction.Correct ? new(who, action, Monday) : new(who, action, Monday)
    {
        Reasons = ["plus-de-place"],
        AppointmentAt = Monday.AddDays(2),
        Until = Today.AddDays(14),
        Outcome = Outcome.Served,
        Autonomy = Autonomy.WithThePerson,
        Onward = new("referrals/2", Elsewhere, SendingTerms.Free),
        Written = Written,
        Sending = new(Service, Written.Theme, Agreed, SendingTerms.Free),
    };

    public static Referral After(this Referral referral, params (Side Who, ReferralAction Action)[] moves) =>
        moves.Aggregate(referral, (current, move) => Apply(current, Move(move.Who, move.Action)));

    public static Referral Apply(Referral current, MoveReferral move) => ReferralDecider.Move(current, move).EventsOrThrow()
        .Aggregate(current, (state, happened) => Referral.Evolve(state, state.Name, state.Version + 1, move.Now, happened));

    public static Referral In(ReferralState state)
    {
        var seen = new Dictionary<ReferralState, Referral> { [ReferralState.Submitted] = Submitted(), [ReferralState.Draft] = Drafted() };
        var queue = new Queue<Referral>(seen.Values);
        while (queue.TryDequeue(out var current))
        {
            foreach (var line in Transitions.Table.Where(t => t.From == current.State && t.To is { } to && !seen.ContainsKey(to)))
                queue.Enqueue(seen[line.To!.Value] = current.After((line.Who, line.Action)));
        }
        return seen[state];
    }
}
