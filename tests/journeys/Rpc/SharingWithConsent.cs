using Reseau.Journeys.Local;

namespace Reseau.Journeys.Rpc;

public sealed class SharingWithConsent(RunningEdition running) : RpcJourney(running)
{
    [Fact]
    public async Task The_recipient_sees_what_the_person_agreed_to_share_and_nothing_else()
    {
        var request = Requests.Submission(Network.Service);
        request.Referral.Beneficiary.BirthYear = 1961;
        request.Referral.Consent.SharedFields.Add(["identity", "need", "commune"]);
        var sent = await Requests.SubmitAsync(Network.Ccas, request);

        var received = await Network.Caf.Referrals.GetReferralAsync(new() { Name = sent.Name });

        Assert.Equal(("Maëlle", "Exemple", "35238"), (received.Beneficiary.GivenName, received.Beneficiary.FamilyName, received.Beneficiary.Commune));
        Assert.Equal(("", "", "", 0), (received.Beneficiary.Phone, received.Beneficiary.Email, received.Beneficiary.ContactDetails, received.Beneficiary.BirthYear));
        Assert.Equal((request.Referral.Beneficiary.BirthYear, "0261910002"), (sent.Beneficiary.BirthYear, sent.Beneficiary.Phone));
    }
}
