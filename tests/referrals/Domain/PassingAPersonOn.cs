using Reseau.Kernel;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class PassingAPersonOn
{
    private const string Sent = "ccas-rennes";

    [Fact]
    public void The_recipient_ends_its_own_and_the_next_one_begins_between_the_same_sender_and_the_next_service()
    {
        var sent = Submitted();

        var (ended, begun) = To(sent, Recipient, "mission-locale-rennes");

        Assert.Equal((ReferralState.Redirected, "services/mission-locale-rennes", "referrals/2"), (ended.State, ended.RedirectedTo?.Service, ended.RedirectedTo?.Referral));
        Assert.Equal(["plus-de-place"], ended.DeclineReasons);
        Assert.Equal(new("services/mission-locale-rennes", Sent, "mission-locale-rennes"), begun.Submission.Parties);
        Assert.Equal((sent.Submission.Theme, sent.Submission.Consent), (begun.Submission.Theme, begun.Submission.Consent));
        Assert.Equal([new("referrals/1", Service.Name, Service.Institution)], begun.Chain);
        Assert.Equal(("referrals/1", "referrals/1"), (ended.FirstOfChain, begun.FirstOfChain));
        Assert.Null(ended.SideOf("mission-locale-rennes"));
        Assert.Null(begun.SideOf("caf-35"));
    }

    [Fact]
    public void What_the_sender_sends_elsewhere_after_a_refusal_stays_refused()
    {
        var declined = Submitted().After((Recipient, Decline));

        var (ended, begun) = To(declined, Sender, "mission-locale-rennes");

        Assert.Equal((ReferralState.Declined, declined.ChangedAt, "referrals/2"), (ended.State, ended.ChangedAt, ended.RedirectedTo?.Referral));
        Assert.Equal(ReferralState.Submitted, begun.State);
    }

    [Theory]
    [InlineData(Sender)]
    [InlineData(Recipient)]
    public void Where_another_has_taken_over_nothing_moves_any_more(Side who)
    {
        var (forwarded, _) = To(Submitted().After((Recipient, Decline)), Sender, "mission-locale-rennes");

        foreach (var action in Enum.GetValues<ReferralAction>().Where(action => (who, action) != (Recipient, Decline) && action is not (WithdrawConsent or Correct)))
        {
            var refusal = ReferralDecider.Move(forwarded, Move(who, action)).Refusal;
            Assert.Equal(("REFERRAL_TRANSITION_NOT_ALLOWED", ("possible", "WITHDRAW_CONSENT, CORRECT")), (refusal?.Reason, refusal?.Facts[3]));
        }
    }

    [Fact]
    public void Passing_on_to_the_same_service_again_is_a_success_that_changes_nothing_for_who_did_it_only()
    {
        var (redirected, _) = To(Submitted(), Recipient, Elsewhere.Institution, Elsewhere.Name);
        var (forwarded, _) = To(Submitted().After((Recipient, Decline)), Sender, Elsewhere.Institution, Elsewhere.Name);

        Assert.Equal((0, (Refusal?)null), Effect(redirected, Move(Recipient, Redirect)));
        Assert.Equal((0, (Refusal?)null), Effect(forwarded, Move(Sender, Redirect)));
        Assert.Equal("REFERRAL_TRANSITION_NOT_ALLOWED", ReasonOf(redirected, Move(Sender, Redirect)));
        Assert.Equal("REFERRAL_TRANSITION_NOT_ALLOWED", ReasonOf(redirected, Move(Recipient, Redirect) with { Onward = Onward("mission-locale-rennes") }));
    }

    [Fact]
    public void The_recipient_says_why_and_the_sender_who_was_refused_need_not()
    {
        Assert.Equal("REDIRECT_REASON_MISSING", ReasonOf(Submitted(), Move(Recipient, Redirect) with { Reasons = [] }));
        Assert.Null(ReasonOf(Submitted().After((Recipient, Decline)), Move(Sender, Redirect) with { Reasons = [] }));
    }

    [Theory]
    [InlineData(Recipient)]
    [InlineData(Sender)]
    public void Nobody_is_passed_on_without_a_consent_that_holds_that_day(Side who)
    {
        var sent = ReferralDecider.Submit(Service, Sent, "numerique--acceder-a-des-services-en-ligne", Agreed with { ValidUntil = Today.AddDays(3) }, Today, SendingTerms.Free).Events.Single();
        var referral = Referral.Evolve(null, "referrals/1", 1, Monday, sent);
        if (who == Sender) referral = referral.After((Recipient, Decline));

        Assert.Null(ReasonOf(referral, Move(who, Redirect) with { Now = Monday.AddDays(3) }));
        Assert.Equal("CONSENT_NOT_VALID", ReasonOf(referral, Move(who, Redirect) with { Now = Monday.AddDays(4) }));
    }

    [Fact]
    public void A_file_that_was_erased_is_not_forwarded()
    {
        var sent = Submitted();
        var erased = Referral.Evolve(sent, sent.Name, sent.Version + 1, Monday, new ReferralErased(sent.Submission.Parties));

        Assert.Equal("REFERRAL_ERASED", ReasonOf(erased, Move(Recipient, Redirect) with { Onward = new("referrals/2", Elsewhere, SendingTerms.Free) }));
    }

    [Fact]
    public void The_next_service_exists_takes_referrals_and_is_somebody_elses()
    {
        Assert.Equal("SERVICE_NOT_FOUND", ReasonOf(Submitted(), Move(Recipient, Redirect) with { Onward = new("referrals/2", null, SendingTerms.Free) }));
        Assert.Equal("SERVICE_TAKES_NO_REFERRALS", ReasonOf(Submitted(), Move(Recipient, Redirect) with { Onward = new("referrals/2", Elsewhere with { AcceptsReferrals = false }, SendingTerms.Free) }));
        Assert.Equal("REFERRAL_TO_SELF", ReasonOf(Submitted(), Move(Recipient, Redirect) with { Onward = Onward("caf-35") }));
        Assert.Equal("REFERRAL_TO_SELF", ReasonOf(Submitted().After((Recipient, Decline)), Move(Sender, Redirect) with { Onward = Onward(Sent) }));
    }

    [Theory]
    [InlineData("ccas-rennes", "services/ccas-rennes")] // back to where the person was sent from
    [InlineData("caf-35", "services/caf-35-demarches")] // ping-pong
    [InlineData("caf-35", "services/caf-35-autre")] // another service of the same house
    [InlineData("ville-rennes", "services/caf-35-demarches")] // the same service, which another house runs by now
    [InlineData("departement-35", "services/departement-35")] // the one before the last
    public void Nobody_is_sent_in_circles(string institution, string service)
    {
        var (_, second) = To(Submitted(), Recipient, "departement-35");
        var (_, third) = To(second, Recipient, "mission-locale-rennes", name: "referrals/3");

        Assert.Equal("REDIRECT_LOOP", ReasonOf(third, Move(Recipient, Redirect) with { Onward = Onward(institution, service) }));
        Assert.Null(ReasonOf(third, Move(Recipient, Redirect) with { Onward = Onward("arcs-rennes") }));
    }

    [Fact]
    public void Who_has_refused_is_not_asked_again_by_the_sender() =>
        Assert.Equal("REDIRECT_LOOP", ReasonOf(Submitted().After((Recipient, Decline)), Move(Sender, Redirect) with { Onward = Onward("caf-35", "services/caf-35-autre") }));

    [Fact]
    public void After_three_hops_whoever_made_them_somebody_has_to_speak_to_somebody()
    {
        var (_, second) = To(Submitted(), Recipient, "departement-35");
        var (_, third) = To(second.After((Recipient, Decline)), Sender, "mission-locale-rennes", name: "referrals/3");
        var (_, fourth) = To(third, Recipient, "arcs-rennes", name: "referrals/4");

        Assert.Equal(Redirecting.MostHops, fourth.Chain.Count);
        Assert.Equal("REDIRECT_TOO_MANY_HOPS", ReasonOf(fourth, Move(Recipient, Redirect) with { Onward = Onward("ville-rennes") }));
        Assert.Equal("REDIRECT_TOO_MANY_HOPS", ReasonOf(fourth.After((Recipient, Decline)), Move(Sender, Redirect) with { Onward = Onward("ville-rennes") }));
        Assert.Equal(ReferralState.Accepted, fourth.After((Recipient, Accept)).State);
    }

    [Fact]
    public void The_documents_that_the_sender_shared_go_along_and_stay_its_own()
    {
        var sent = Submitted();
        foreach (var (by, visibility) in ((Side, Visibility)[])[(Sender, Visibility.Shared), (Recipient, Visibility.Shared), (Sender, Visibility.Internal), (Recipient, Visibility.Internal)])
            sent = Joined(sent, by, visibility);
        var (_, begun) = To(sent, Recipient, "mission-locale-rennes");

        var document = Assert.Single(Redirecting.Documents(sent, begun.Submission));
        var brought = Redirecting.Bring(sent, begun.Submission, document);

        Assert.Equal((2, Sender, Visibility.Shared), (document.Version, document.What.By, document.What.Visibility));
        Assert.Equal(document.What with { Parties = begun.Submission.Parties, BroughtFrom = "referrals/1" }, brought);
        var (_, third) = To(Referral.Evolve(begun, begun.Name, 2, Monday, brought), Recipient, "arcs-rennes", name: "referrals/3");
        Assert.Single(Redirecting.Documents(Referral.Evolve(begun, begun.Name, 2, Monday, brought), third.Submission));
    }

    [Fact]
    public void Documents_that_the_consent_leaves_out_stay_behind()
    {
        var sent = Joined(Submitted(), Sender, Visibility.Shared);
        var (_, begun) = To(sent, Recipient, "mission-locale-rennes");
        var narrow = begun.Submission with { Consent = begun.Submission.Consent with { SharedFields = [Consent.Identity, Consent.Need] } };

        Assert.Empty(Redirecting.Documents(sent, narrow));
    }

    private static Referral Joined(Referral referral, Side by, Visibility visibility) => Referral.Evolve(referral, referral.Name, referral.Version + 1, Monday,
        new ReferralAttachmentAdded(referral.Submission.Parties, by, visibility, $"document-{referral.Version}", AttachmentKind.Pdf, 1000, Scanned: true));

    // The referral that ends and the one that begins.
    private static (Referral Ended, Referral Begun) To(Referral from, Side who, string institution, string? service = null, string name = "referrals/2")
    {
        var ended = Apply(from, Move(who, Redirect) with { Onward = Onward(institution, service, name) });
        return (ended, Referral.Evolve(null, name, 1, Monday, Redirecting.Continue(from, ended.RedirectedTo!, Onward(institution, service, name), Today)));
    }

    private static Onward Onward(string institution, string? service = null, string name = "referrals/2") =>
        new(name, new(service ?? $"services/{institution}", "Un service", institution, AcceptsReferrals: true) { Departement = "35" }, SendingTerms.Free);

    private static (int Events, Refusal? Refusal) Effect(Referral current, MoveReferral move)
    {
        var decision = ReferralDecider.Move(current, move);
        return (decision.Events.Count, decision.Refusal);
    }

    private static string? ReasonOf(Referral current, MoveReferral move) => ReferralDecider.Move(current, move).Refusal?.Reason;
}
