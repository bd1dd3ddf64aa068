using Reseau.Referrals.Domain;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class SubmittingAReferral
{
    private const string Theme = "numerique--acceder-a-des-services-en-ligne";

    [Fact]
    public void It_starts_submitted_between_the_sender_and_the_institution_of_the_service()
    {
        var referral = Submitted();

        Assert.Equal(ReferralState.Submitted, referral.State);
        Assert.Equal((Side.Sender, Side.Recipient, (Side?)null), (referral.SideOf("ccas-rennes"), referral.SideOf("caf-35"), referral.SideOf("departement-35")));
    }

    [Fact]
    public void Without_consent_nobody_is_sent() => Assert.Equal("CONSENT_MISSING", ReasonOf(Service, consent: null));

    [Theory]
    [InlineData(1, 100)] // dated tomorrow
    [InlineData(-100, -1)] // ended yesterday
    [InlineData(0, 1200)] // more than three years
    public void A_consent_that_does_not_hold_today_is_refused(int givenInDays, int endsInDays) =>
        Assert.Equal("CONSENT_NOT_VALID", ReasonOf(Service, new(ConsentChannel.Paper, Today.AddDays(givenInDays), Today.AddDays(endsInDays), Consent.AllFields)));

    [Fact]
    public void A_consent_without_identity_or_need_is_refused() =>
        Assert.Equal("CONSENT_NOT_VALID", ReasonOf(Service, Agreed with { SharedFields = [Consent.Contact] }));

    [Fact]
    public void A_service_nobody_knows_is_refused() => Assert.Equal("SERVICE_NOT_FOUND", ReasonOf(null, Agreed));

    [Fact]
    public void A_service_that_takes_no_referrals_is_refused() =>
        Assert.Equal("SERVICE_TAKES_NO_REFERRALS", ReasonOf(Service with { AcceptsReferrals = false }, Agreed));

    [Theory]
    [InlineData(null, "SERVICE_CLOSED")] // until said otherwise
    [InlineData(0, "SERVICE_CLOSED")] // the last day
    [InlineData(-1, null)]
    public void A_service_that_takes_nobody_is_refused_until_it_opens_again(int? lastDay, string? reason) =>
        Assert.Equal(reason, ReasonOf(Service with { IsClosed = true, ClosedUntil = lastDay is { } days ? Today.AddDays(days) : null }, Agreed));

    [Fact]
    public void An_institution_does_not_refer_to_itself() => Assert.Equal("REFERRAL_TO_SELF", ReasonOf(Service with { Institution = "ccas-rennes" }, Agreed));

    private static string? ReasonOf(TargetService? target, Consent? consent) =>
        ReferralDecider.Submit(target, "ccas-rennes", Theme, consent, Today, SendingTerms.Free).Refusal?.Reason;
}
