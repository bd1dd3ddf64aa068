using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ReferringAPerson : IAsyncLifetime
{
    private const string FormAddress = "/orienter?service=demo--accueil%2520numerique";
    private readonly GatewayHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Sending_leads_to_the_file_and_sending_again_sends_nothing()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);

        var file = await browser.SendAsync(form, "name=\"besoin\"", Complete);
        Assert.StartsWith("/orientations/", file.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("L’orientation est envoyée", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lucie", file.Address.AbsoluteUri, StringComparison.Ordinal);

        var again = await browser.SendAsync(form, "name=\"besoin\"", Complete);
        Assert.Equal(file.Address, again.Address);
        Assert.Equal(1, _host.Referrals.Service.Count);
    }

    [Fact]
    public async Task What_was_typed_arrives_with_only_what_the_person_shares()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);

        await browser.SendAsync(form, "name=\"besoin\"", Complete);

        var sent = _host.Referrals.Service.Only;
        Assert.Equal(DirectoryStandIn.Digital, sent.Service);
        Assert.Equal("35238", sent.Beneficiary.Commune);
        Assert.Equal(1984, sent.Beneficiary.BirthYear);
        Assert.Equal(Consent.Types.Channel.Oral, sent.Consent.Channel);
        Assert.Contains("contact", sent.Consent.SharedFields);
        Assert.DoesNotContain("birth-year", sent.Consent.SharedFields);
    }

    [Theory]
    [InlineData("Oral", "Claire Martin", "", "")]
    [InlineData("Paper", "", "GED-118", "")]
    [InlineData("Sms", "", "", "sms-4711")]
    public async Task What_proves_the_consent_goes_with_the_way_it_was_given(string channel, string witness, string paper, string sms)
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);

        await browser.SendAsync(form, "name=\"besoin\"",
            [.. Complete.Where(field => field.Name != "canal"), ("canal", channel), ("temoin", "Claire Martin"), ("papier", "GED-118"), ("sms", "sms-4711")]);

        var consent = _host.Referrals.Service.Only.Consent;
        Assert.Equal((witness, paper, sms), (consent.Witness, consent.ScanReference, consent.SmsConfirmation));
    }

    [Fact]
    public async Task The_witness_is_whoever_writes_unless_said_and_the_consent_covers_others_unless_unticked()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);
        Assert.Contains("id=\"temoin\" name=\"temoin\" type=\"text\" value=\"Claire", form.Html, StringComparison.Ordinal);

        Assert.Contains("id=\"destinataires\" name=\"destinataires\" value=\"autres\" checked", form.Html, StringComparison.Ordinal);
        await browser.SendAsync(form, "name=\"besoin\"", [.. Complete, ("destinataires", "autres")]);
        Assert.Empty(_host.Referrals.Service.Only.Consent.Recipients);
    }

    [Fact]
    public async Task A_consent_for_this_service_only_names_it()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);

        await browser.SendAsync(form, "name=\"besoin\"", Complete);

        Assert.Equal([DirectoryStandIn.Digital], _host.Referrals.Service.Only.Consent.Recipients);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_next_to_its_field_and_nothing_is_sent()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);

        var page = await browser.SendAsync(form, "name=\"besoin\"",
            ("nom", "Essai"), ("annee", "84"), ("commune", "Saint-Denis"), ("accord-le", "hier"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        foreach (var field in (string[])["besoin", "prenom", "canal", "annee", "commune", "accord", "accord-le"])
        {
            Assert.Contains($"<a href=\"#{field}\">", page.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}\"", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("<title>Erreur", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"hier\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"97411\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("L’identifiant est obligatoire", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, _host.Referrals.Service.Count);
    }

    [Fact]
    public async Task A_form_corrected_after_an_error_is_sent_once()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync(FormAddress);
        var wrong = await browser.SendAsync(form, "name=\"besoin\"", [.. Complete.Where(field => field.Name != "prenom")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        var file = await browser.SendAsync(wrong, "name=\"besoin\"", Complete);

        Assert.StartsWith("/orientations/", file.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, _host.Referrals.Service.Count);
    }

    [Fact]
    public async Task A_service_that_takes_no_referral_shows_no_form()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync("/orienter?service=demo--sans-orientation");

        Assert.Contains("Ce service ne reçoit pas d’orientation", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"besoin\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_of_ones_own_institution_shows_no_form()
    {
        using var browser = await _host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync(FormAddress);

        Assert.Contains("Ce service est celui de votre institution", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"besoin\"", page.Html, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Complete { get; } =
    [
        ("theme", "numerique--acceder-a-des-services-en-ligne"), ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("nom", "Essai"),
        ("telephone", "02 99 00 00 00"), ("commune", "Rennes"), ("annee", "1984"), ("accord", "oui"), ("canal", "Oral"),
        ("partage", "contact"), ("partage", "commune"), ("accord-le", "2026-03-02"), ("accord-jusquau", "2027-03-02"), ("contact-referent", "Accueil du CCAS"),
    ];
}
