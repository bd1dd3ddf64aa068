using Reseau.Referrals.Domain;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class NamingRecipients
{
    [Theory]
    [InlineData]
    [InlineData("services/caf-35-demarches")]
    [InlineData("institutions/caf-35")]
    [InlineData("services/another", "institutions/caf-35")]
    public void A_consent_covers_whom_it_names_and_anybody_for_the_same_need_when_it_names_nobody(params string[] recipients) =>
        Assert.Null(Submit(recipients));

    [Theory]
    [InlineData("services/another")]
    [InlineData("institutions/departement-35")]
    [InlineData("institutions/caf-3", "services/caf-35")]
    public void Nobody_is_sent_to_one_the_consent_does_not_name(params string[] recipients) =>
        Assert.Equal("CONSENT_NOT_FOR_RECIPIENT", Submit(recipients));

    [Fact]
    public void A_consent_that_has_ended_covers_nobody()
    {
        var ended = Agreed with { ValidUntil = Today.AddDays(-1), Recipients = ["services/caf-35-demarches"] };

        Assert.Equal("CONSENT_NOT_VALID", ended.Check(Today, "services/caf-35-demarches", "caf-35")?.Reason);
        Assert.Equal("CONSENT_NOT_VALID", ended.Check(Today)?.Reason);
    }

    private static string? Submit(string[] recipients) =>
        ReferralDecider.Submit(Service, "ccas-rennes", "numerique--acceder-a-des-services-en-ligne", Agreed with { Recipients = recipients }, Today, SendingTerms.Free).Refusal?.Reason;
}
