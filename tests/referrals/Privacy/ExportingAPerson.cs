using System.Text;
using System.Text.Json;
using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Privacy;

public sealed class ExportingAPerson(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";

    [Fact]
    public async Task All_referrals_of_the_person_and_of_nobody_else_are_in_one_file()
    {
        var (ccas, family) = (await host.ClientAsync(Ccas), Mark());
        var first = await SendAsync(ccas, family, person => { });
        var sameTelephone = await SendAsync(ccas, family.ToUpperInvariant(), person => (person.GivenName, person.Phone, person.Email) = ("MAELLE", "+33 2 61 91 00 02", ""));
        var sameEmail = await SendAsync(ccas, family, person => (person.Phone, person.Email) = ("0261910099", "MAELLE@exemple.fr"));
        await SendAsync(ccas, family, person => person.GivenName = "Yann"); // shares telephone and e-mail
        await SendAsync(ccas, family, person => (person.Phone, person.Email) = ("0261910098", "")); // of the same name
        await SendAsync(await host.ClientAsync("si-departement-35"), family, person => { }); // by others

        var file = await ExportAsync(ccas, first.Name);

        Assert.Equal("institutions/ccas-rennes", file.GetProperty("institution").GetString());
        var referrals = file.GetProperty("referrals").EnumerateArray().ToArray();
        Assert.Equal(first.Name, referrals[0].GetProperty("name").GetString());
        Assert.Equal(
            new[] { first.Name, sameTelephone.Name, sameEmail.Name }.Order(StringComparer.Ordinal),
            referrals.Select(referral => referral.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("0261910002", referrals[0].GetProperty("beneficiary").GetProperty("phone").GetString());
        Assert.Equal("Claire Martin", referrals[0].GetProperty("consent").GetProperty("witness").GetString());
        Assert.Equal("referral-submitted", referrals[0].GetProperty("timeline")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_recipient_exports_what_it_may_see_and_finds_nobody_by_what_it_may_not()
    {
        var (ccas, caf, family) = (await host.ClientAsync(Ccas), await host.ClientAsync("si-caf-35"), Mark());
        var open = await SendAsync(ccas, family, person => { });
        var reserved = await SendAsync(ccas, family, person => { }, "identity", "need");

        var ofOpen = (await ExportAsync(caf, open.Name)).GetProperty("referrals");
        var ofReserved = (await ExportAsync(caf, reserved.Name)).GetProperty("referrals");

        Assert.Equal([open.Name], ofOpen.EnumerateArray().Select(referral => referral.GetProperty("name").GetString()));
        Assert.Equal([reserved.Name], ofReserved.EnumerateArray().Select(referral => referral.GetProperty("name").GetString()));
        Assert.False(ofReserved[0].GetProperty("beneficiary").TryGetProperty("phone", out _));
        Assert.False(ofOpen[0].GetProperty("consent").TryGetProperty("witness", out _));
    }

    [Fact]
    public async Task Once_erased_nobody_is_in_the_file_and_the_history_is()
    {
        var (ccas, family) = (await host.ClientAsync(Ccas), Mark());
        var (erased, other) = (await SendAsync(ccas, family, person => { }), await SendAsync(ccas, family, person => { }));
        await ccas.WithdrawConsentAsync(new() { Name = erased.Name, RequestId = Guid.NewGuid().ToString() });

        var file = await ExportAsync(ccas, erased.Name);

        Assert.DoesNotContain(family, file.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, file.GetProperty("referrals")[0].GetProperty("timeline").GetArrayLength());
        Assert.Equal(1, (await ExportAsync(ccas, other.Name)).GetProperty("referrals").GetArrayLength());
    }

    [Fact]
    public async Task Others_export_nothing()
    {
        var sent = await SendAsync(await host.ClientAsync(Ccas), Mark(), person => { });
        var stranger = await host.ClientAsync("si-departement-35");

        var foreign = await Assert.ThrowsAsync<RpcException>(() => ExportAsync(stranger, sent.Name));
        var absent = await Assert.ThrowsAsync<RpcException>(() => ExportAsync(stranger, "referrals/none"));

        Assert.Equal("NOT_ALLOWED", ErrorInfoOf(foreign).Reason);
        Assert.Equal(StatusOf(absent), StatusOf(foreign));
    }

    private static string Mark() => $"Exemple{Guid.NewGuid():N}";

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client, string family, Action<Beneficiary> change, params string[] shared)
    {
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        (request.Referral.Beneficiary.FamilyName, request.Referral.Beneficiary.Email) = (family, "maelle@exemple.fr");
        request.Referral.Consent.SharedFields.AddRange(shared);
        change(request.Referral.Beneficiary);
        return await client.SubmitReferralAsync(request);
    }

    private static async Task<JsonElement> ExportAsync(ReferralsService.ReferralsServiceClient client, string name)
    {
        using var call = client.ExportPerson(new() { Name = name });
        var file = new List<byte>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) file.AddRange(call.ResponseStream.Current.Content);
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString([.. file]));
        return document.RootElement.Clone();
    }
}
