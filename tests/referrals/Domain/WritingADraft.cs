using Reseau.Kernel;
using Reseau.Kernel.Policies;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class WritingADraft
{
    [Fact]
    public void It_is_of_its_sender_alone()
    {
        var draft = Drafted();

        Assert.Equal((Sender, (Side?)null, (Side?)null), (draft.SideOf("ccas-rennes"), draft.SideOf("caf-35"), draft.SideOf("")));
        Assert.Equal([Save, ReferralAction.Submit, Discard], draft.Possible(Sender));
        Assert.Empty(draft.Possible(Recipient));
        foreach (var happened in (ReferralEvent[])[new ReferralDrafted(draft.Submission.Parties, "", ""), new ReferralDraftDiscarded(draft.Submission.Parties, default, default)])
            Assert.Equal((true, false), (ReferralRemark.IsVisibleTo(Sender, happened), ReferralRemark.IsVisibleTo(Recipient, happened)));
    }

    [Fact]
    public void Once_sent_it_is_a_referral_like_any_other()
    {
        var sent = Drafted().After((Sender, Save), (Sender, ReferralAction.Submit));
        var direct = Submitted();

        Assert.Equal((3L, ReferralState.Submitted, Recipient), (sent.Version, sent.State, sent.SideOf("caf-35")));
        Assert.Equal(direct.Submission, sent.Submission);
        Assert.Equal(direct.Possible(Sender), sent.Possible(Sender));
        Assert.Equal(direct.Possible(Recipient), sent.Possible(Recipient));
        Assert.Equal(direct.Waiting, sent.Waiting);
    }

    [Fact]
    public void It_is_sent_by_the_rules_of_every_submission()
    {
        Assert.Equal("CONSENT_MISSING", ReasonOf(new(Service, Written.Theme, null, SendingTerms.Free)));
        Assert.Equal("CONSENT_NOT_VALID", ReasonOf(new(Service, Written.Theme, Agreed with { ValidUntil = Today.AddDays(-1) }, SendingTerms.Free)));
        Assert.Equal("CONSENT_NOT_VALID", ReasonOf(new(Service, Written.Theme, Consent.None, SendingTerms.Free)));
        Assert.Equal("CONSENT_NOT_FOR_RECIPIENT", ReasonOf(new(Service, Written.Theme, Agreed with { Recipients = [Elsewhere.Name] }, SendingTerms.Free)));
        Assert.Equal("SERVICE_NOT_FOUND", ReasonOf(new(null, Written.Theme, Agreed, SendingTerms.Free)));
        Assert.Equal("SERVICE_TAKES_NO_REFERRALS", ReasonOf(new(Service with { AcceptsReferrals = false }, Written.Theme, Agreed, SendingTerms.Free)));
        Assert.Equal("SERVICE_CLOSED", ReasonOf(new(Service with { IsClosed = true }, Written.Theme, Agreed, SendingTerms.Free)));
        Assert.Equal("POLICY_MISSING", ReasonOf(new(Service, Written.Theme, Agreed, new(new(null, NetworkMode.Strict)))));
        Assert.Equal("REFERRAL_TO_SELF", ReasonOf(new(Service with { Institution = "ccas-rennes" }, Written.Theme, Agreed, SendingTerms.Free)));
    }

    [Fact]
    public void It_goes_to_no_other_service_than_the_one_that_was_asked_about()
    {
        var asked = SendingTerms.Free with { Service = Elsewhere.Name, Target = Elsewhere };

        Assert.Equal("STALE_ETAG", ReasonOf(new(asked.Target, Written.Theme, Agreed, asked)));
        Assert.Null(ReasonOf(new(Service, Written.Theme, Agreed, asked with { Service = Service.Name, Target = Service })));
    }

    [Fact]
    public void A_service_is_chosen_later_but_never_invented()
    {
        Assert.Single(Drafting.Write("ccas-rennes", new("", null, "")).Events);
        Assert.Equal("SERVICE_NOT_FOUND", Drafting.Write("ccas-rennes", new("services/nobody", null, "")).Refusal?.Reason);
    }

    [Fact]
    public void To_throw_it_away_twice_is_a_success_that_changes_nothing()
    {
        var discarded = Drafted().After((Sender, Discard));

        Assert.Equal((ReferralState.Voided, Monday), (discarded.State, discarded.ErasedAt));
        Assert.Equal((0, (Refusal?)null), Outcome(ReferralDecider.Move(discarded, Move(Sender, Discard))));
        Assert.Equal("REFERRAL_ERASED", ReferralDecider.Move(discarded, Move(Sender, ReferralAction.Submit)).Refusal?.Reason);
    }

    [Theory]
    [InlineData("2026-12-23T22:59:00Z", false)] // the thirtieth day, until midnight in Paris
    [InlineData("2026-12-23T23:01:00Z", true)]
    public void It_is_forgotten_when_nobody_has_touched_it_for_thirty_days(string now, bool forgotten)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(forgotten ? 1 : 0, Drafting.Forget(Drafted(), 30, at).Events.Count);
        Assert.Empty(Drafting.Forget(Submitted(), 30, at).Events);
        Assert.True(!forgotten || Monday < Drafting.NoneAfter(30, at));
    }

    [Fact]
    public void A_query_leaves_no_forgotten_draft_aside()
    {
        for (var hours = 0; hours < 9_000; hours += 5)
        {
            var written = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours);
            foreach (var days in (int[])[1, 30, 90])
            {
                var now = written.AddDays(days).AddHours(-2);
                while (!Drafting.IsForgotten(written, days, now)) now = now.AddMinutes(30);
                Assert.True(written < Drafting.NoneAfter(days, now), $"{written:O} {days}");
            }
        }
    }

    private static (int, Refusal?) Outcome(Decision<ReferralEvent> decision) => (decision.Events.Count, decision.Refusal);

    private static string? ReasonOf(Sending sending) => ReferralDecider.Move(Drafted(), Move(Sender, ReferralAction.Submit) with { Sending = sending }).Refusal?.Reason;
}
