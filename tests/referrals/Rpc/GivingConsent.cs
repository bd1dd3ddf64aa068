using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using Date = Google.Type.Date;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class GivingConsent(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    // Every field of a person with a value of it, and the code of the consent that shows it to the recipient. A field that is added
    // to the contract must be written here before this test passes again.
    private static readonly Dictionary<string, (object Value, string Code)> Person = new(StringComparer.Ordinal)
    {
        ["given_name"] = ("Maëlle", "identity"),
        ["family_name"] = ("Exemple", "identity"),
        ["phone"] = ("0261910002", "contact"),
        ["email"] = ("maelle@exemple.fr", "contact"),
        ["contact_details"] = ("Par sa fille", "contact"),
        ["commune"] = ("35238", "commune"),
        ["birth_year"] = (1961, "birth-year"),
    };

    // The same for the consent itself: what both sides know of it. All else is evidence, which the sender keeps.
    private static readonly string[] KnownToBoth = ["given", "channel", "given_on", "valid_until", "shared_fields", "recipients", "withdrawn_time"];
    private static readonly string[] Evidence = ["witness", "scan_reference", "sms_confirmation"];

    [Fact]
    public async Task The_recipient_sees_each_field_of_the_person_that_the_consent_covers_and_no_other()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        Assert.Equal(Beneficiary.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name), Person.Keys);
        string[] optional = ["contact", "commune", "birth-year"];
        for (var choice = 0; choice < 1 << optional.Length; choice++)
        {
            string[] shared = ["identity", "need", .. optional.Where((_, i) => (choice & (1 << i)) != 0)];
            var request = await SubmissionAsync(referral =>
            {
                foreach (var field in Beneficiary.Descriptor.Fields.InDeclarationOrder()) field.Accessor.SetValue(referral.Beneficiary, Person[field.Name].Value);
                referral.Consent.SharedFields.AddRange(shared);
            });
            var sent = await ccas.SubmitReferralAsync(request);

            Assert.Equal(Person.Keys, FieldsOf(sent.Beneficiary));
            var seen = (await caf.GetReferralAsync(new() { Name = sent.Name })).Beneficiary;
            Assert.Equal(Person.Where(known => shared.Contains(known.Value.Code)).Select(known => known.Key), FieldsOf(seen));
        }
    }

    [Fact]
    public async Task The_recipient_sees_of_the_consent_what_it_allows_and_not_how_it_is_proved()
    {
        Assert.Equal(Consent.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name).Order(StringComparer.Ordinal), KnownToBoth.Concat(Evidence).Order(StringComparer.Ordinal));
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var request = await SubmissionAsync(referral => referral.Consent.MergeFrom(new Consent
        {
            ScanReference = "GED-118", SmsConfirmation = "sms-4711", Recipients = { referral.Service, "institutions/caf-35" }, SharedFields = { "identity", "need" },
        }));

        var sent = await ccas.SubmitReferralAsync(request);

        string[] then = [.. KnownToBoth.Where(field => field != "withdrawn_time")];
        Assert.Equal(then.Concat(Evidence).Order(StringComparer.Ordinal), FieldsOf(sent.Consent).Order(StringComparer.Ordinal));
        Assert.Equal(then.Order(StringComparer.Ordinal), FieldsOf((await caf.GetReferralAsync(new() { Name = sent.Name })).Consent).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Consent.Types.Channel.Oral, "referral.consent.witness")]
    [InlineData(Consent.Types.Channel.Paper, "referral.consent.scan_reference")]
    [InlineData(Consent.Types.Channel.Sms, "referral.consent.sms_confirmation")]
    public async Task Each_way_of_saying_yes_leaves_its_trace(Consent.Types.Channel channel, string field)
    {
        var violation = Assert.Single(await ViolationsAsync(referral => referral.Consent = new() { Given = true, Channel = channel }));

        Assert.Equal((field, "REQUIRED"), (violation.Field, violation.Reason));
        Assert.StartsWith("Indiquez", violation.LocalizedMessage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_telephone_answers_an_SMS()
    {
        var violation = Assert.Single(await ViolationsAsync(referral =>
        {
            referral.Beneficiary.Phone = "";
            referral.Beneficiary.Email = "maelle@exemple.fr";
            referral.Consent = new() { Given = true, Channel = Consent.Types.Channel.Sms, SmsConfirmation = "sms-4711" };
        }));

        Assert.Equal(("referral.consent.channel", "CONSENT_SMS_WITHOUT_PHONE"), (violation.Field, violation.Reason));
        Assert.Contains("à l'oral ou sur papier", violation.LocalizedMessage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("referrals/1")]
    [InlineData("services/285057800608441")]
    public async Task A_recipient_is_a_service_or_an_institution(string recipient)
    {
        var violation = Assert.Single(await ViolationsAsync(referral => referral.Consent.Recipients.Add(recipient)));

        Assert.Equal("referral.consent.recipients", violation.Field);
        Assert.DoesNotContain(recipient, violation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_sent_to_one_the_consent_does_not_name()
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var request = await SubmissionAsync(referral => referral.Consent.Recipients.Add("institutions/departement-35"));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ccas.SubmitReferralAsync(request));

        Assert.Equal((StatusCode.FailedPrecondition, "CONSENT_NOT_FOR_RECIPIENT"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        Assert.Contains("pour ce service", DetailOf<LocalizedMessage>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_that_has_ended_sends_nobody()
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var request = await SubmissionAsync(referral => referral.Consent.MergeFrom(new Consent
        {
            GivenOn = new Date { Year = 2020, Month = 1, Day = 1 }, ValidUntil = new Date { Year = 2021, Month = 1, Day = 1 },
        }));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ccas.SubmitReferralAsync(request));

        Assert.Equal("CONSENT_NOT_VALID", ErrorInfoOf(refused).Reason);
    }

    private static IEnumerable<string> FieldsOf(IMessage message) => message.Descriptor.Fields.InDeclarationOrder().Where(field => IsSet(field, message)).Select(field => field.Name);

    private static bool IsSet(FieldDescriptor field, IMessage message) => field.Accessor.GetValue(message) switch
    {
        null or "" or 0 or false => false,
        System.Collections.IList list => list.Count > 0,
        _ => true,
    };

    private async Task<SubmitReferralRequest> SubmissionAsync(Action<Referral> change)
    {
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        change(request.Referral);
        return request;
    }

    private async Task<IEnumerable<BadRequest.Types.FieldViolation>> ViolationsAsync(Action<Referral> change)
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var request = await SubmissionAsync(change);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ccas.SubmitReferralAsync(request));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        return DetailOf<BadRequest>(refused).FieldViolations;
    }
}
