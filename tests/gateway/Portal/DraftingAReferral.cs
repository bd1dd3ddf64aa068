using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Tests.Portal;

public sealed class DraftingAReferral : IAsyncLifetime
{
    private const string Theme = "numerique--acceder-a-des-services-en-ligne";
    private const string Form = "name=\"version\"|class=\"long\"";
    private readonly GatewayHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Each_step_is_kept_and_the_last_one_sends()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var need = await browser.OpenAsync("/orienter");
        Assert.Equal("/orienter/brouillon", need.Address.AbsolutePath);

        var service = await browser.SendAsync(need, Form, ("theme", Theme), ("commune", "Rennes"));
        Assert.Contains("2. Le service", service.Text, StringComparison.Ordinal);
        Assert.Equal((Theme, "35238"), (_host.Referrals.Service.Only.Theme, _host.Referrals.Service.Only.Beneficiary.Commune));

        var person = await browser.SendAsync(service, Form, ("service", DirectoryStandIn.Digital));
        var consent = await browser.SendAsync(person, Form, ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("nom", "Essai"), ("telephone", "0299000000"));
        Assert.Contains("value=\"Claire", consent.Html, StringComparison.Ordinal);
        var check = await browser.SendAsync(consent, Form, ("accord", "oui"), ("canal", "Oral"), ("temoin", "Claire"), ("partage", "contact"), ("destinataires", "autres"));
        foreach (var said in (string[])["Refaire sa carte grise", "Lucie Essai", "0299000000", "La personne est d’accord"]) Assert.Contains(said, check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lucie", check.Address.AbsoluteUri, StringComparison.Ordinal);

        var file = await browser.SendAsync(check, Form, ("geste", "envoyer"));
        Assert.StartsWith("/orientations/", file.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("L’orientation est envoyée", file.Text, StringComparison.Ordinal);
        var again = await browser.SendAsync(check, Form, ("geste", "envoyer"));
        Assert.Equal(file.Address, again.Address);
        Assert.Equal(Referral.Types.State.Submitted, _host.Referrals.Service.Only.State);
    }

    [Fact]
    public async Task Going_back_shows_what_was_saved_and_coming_back_goes_on()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var service = await browser.SendAsync(await browser.OpenAsync("/orienter/brouillon"), Form, ("theme", Theme), ("commune", "Rennes"));
        var person = await browser.SendAsync(service, Form, ("service", DirectoryStandIn.Digital));
        await browser.SendAsync(person, Form, ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("nom", "Essai"));

        var address = person.Address.AbsolutePath;
        Assert.Contains("value=\"Rennes\"", (await browser.OpenAsync($"{address}?etape=besoin")).Html, StringComparison.Ordinal);
        var again = await browser.OpenAsync($"{address}?etape=personne");
        Assert.Contains("Refaire sa carte grise", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Lucie\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("4. Ce qui est partagé", (await browser.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(address, (await browser.OpenAsync("/orientations/" + address.Split('/')[^1])).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_page_that_is_old_says_so_kindly_and_loses_nothing()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var service = await browser.SendAsync(await browser.OpenAsync("/orienter/brouillon"), Form, ("theme", Theme));
        var old = await browser.OpenAsync($"{service.Address.AbsolutePath}?etape=personne");
        await browser.SendAsync(service, Form, ("service", DirectoryStandIn.Digital));

        var stale = await browser.SendAsync(old, Form, ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("nom", "Essai"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Rien n’est perdu", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Lucie\"", stale.Html, StringComparison.Ordinal);
        Assert.Empty(_host.Referrals.Service.Only.Need);

        await browser.SendAsync(stale, Form, ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("nom", "Essai"));
        var kept = _host.Referrals.Service.Only;
        Assert.Equal(("Refaire sa carte grise", "Lucie", DirectoryStandIn.Digital), (kept.Need, kept.Beneficiary.GivenName, kept.Service));
    }

    [Fact]
    public async Task What_cannot_be_read_or_is_needed_to_go_on_is_said_and_nothing_is_kept()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");

        var page = await browser.SendAsync(await browser.OpenAsync("/orienter/brouillon"), Form, ("theme", ""), ("commune", "Saint-Denis"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#theme\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"97411\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, _host.Referrals.Service.Count);
    }

    [Fact]
    public async Task What_is_missing_leads_to_its_step()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var service = await browser.SendAsync(await browser.OpenAsync("/orienter/brouillon"), Form, ("theme", Theme));
        var check = await browser.OpenAsync($"{service.Address.AbsolutePath}?etape=envoi");

        var page = await browser.SendAsync(check, Form, ("geste", "envoyer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"href=\"{service.Address.AbsolutePath}?etape=personne#besoin\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quick_form_can_be_kept_and_finished_later()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        var form = await browser.OpenAsync("/orienter?service=demo--accueil%2520numerique");

        var draft = await browser.SendAsync(form, "name=\"besoin\"", ("theme", Theme), ("besoin", "Refaire sa carte grise"), ("prenom", "Lucie"), ("geste", "garder"));

        Assert.StartsWith("/orienter/brouillon/", draft.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Le brouillon est enregistré", draft.Text, StringComparison.Ordinal);
        Assert.Equal((Referral.Types.State.Draft, DirectoryStandIn.Digital, false), (_host.Referrals.Service.Only.State, _host.Referrals.Service.Only.Service, _host.Referrals.Service.Only.Consent.Given));
    }

    [Fact]
    public async Task Drafts_are_listed_to_be_taken_up_or_thrown_away()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        await browser.SendAsync(await browser.OpenAsync("/orienter/brouillon"), Form, ("theme", Theme));

        var list = await browser.OpenAsync("/orientations/envoyees?liste=brouillons");
        Assert.Contains("Personne sans nom pour l’instant", list.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/orienter/brouillon/", list.Html, StringComparison.Ordinal);

        var gone = await browser.SendAsync(list, "value=\"supprimer\"", ("geste", "supprimer"));
        Assert.Equal("/orientations/envoyees", gone.Address.AbsolutePath);
        Assert.Contains("Le brouillon est supprimé", gone.Text, StringComparison.Ordinal);
        Assert.Equal(Referral.Types.State.Voided, _host.Referrals.Service.Only.State);
    }

    [Fact]
    public async Task Nobody_without_the_right_to_refer_begins_one()
    {
        using var browser = await _host.SignedInAsync("sofia.mission");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/orienter/brouillon")).Status);
    }
}
