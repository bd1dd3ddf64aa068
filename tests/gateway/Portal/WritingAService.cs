using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WritingAService(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string New = "/mes-services/nouveau";
    private const string Form = "name=\"nom\"";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task A_service_is_seen_as_it_will_be_before_it_is_published()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);
        Assert.Contains("<option value=\"structures/demo--ccas\" selected", form.Text, StringComparison.Ordinal);

        var preview = await browser.SendAsync(form, Form, [.. Complete("Épicerie solidaire"), ("etape", "apercu")]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("<h2 id=\"apercu\">Épicerie solidaire</h2>", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Alimentation", preview.Text, StringComparison.Ordinal);
        Assert.Matches("Aujourd’hui</dt>\\s*<dd>Zoé Contact</dd>", preview.Text);
        Assert.Empty(Directory.Named("Épicerie solidaire"));
        // Enter in a field presses the first button.
        Assert.True(preview.Html.IndexOf("value=\"apercu\"", StringComparison.Ordinal) < preview.Html.IndexOf("value=\"publier\"", StringComparison.Ordinal));

        var done = await browser.SendAsync(preview, Form, [.. Complete("Épicerie solidaire"), ("etape", "publier")]);
        Assert.Contains("Le service est publié dans l’annuaire.", done.Text, StringComparison.Ordinal);

        var written = Assert.Single(Directory.Named("Épicerie solidaire"));
        Assert.Equal(Service.Types.State.Published, written.State);
        Assert.StartsWith("services/reseau--", written.Name, StringComparison.Ordinal);
        Assert.Equal(["35", "35238"], written.EligibilityZones);
        Assert.Equal(["ar", "uk"], written.Languages);
        Assert.Equal((2.5, 6, true), (written.WeeklyHours, written.Weeks, written.AcceptsReferrals));
        Assert.Equal(new Google.Type.Date { Year = 2030, Month = 8, Day = 31 }, written.Contacts[0].Absences[0].EndDate);
    }

    [Fact]
    public async Task Publishing_twice_is_one_service()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        await browser.SendAsync(form, Form, [.. Complete("Une seule fois"), ("etape", "publier")]);
        await browser.SendAsync(form, Form, [.. Complete("Une seule fois"), ("etape", "publier")]);

        Assert.Single(Directory.Named("Une seule fois"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_next_to_its_field()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        var page = await browser.SendAsync(form, Form, ("nom", "É"), ("heures-semaine", "deux"), ("contact-0-nom", "Zoé"), ("contact-0-telephone", "12"),
            ("contact-0-absence-0-du", "2030-08-01"), ("etape", "apercu"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#lieu\">Lieu : Choisissez un lieu.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#nom\">Nom du service : Le nom doit avoir au moins 3 caractères.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#heures-semaine\">Heures par semaine : Ce nombre n’est pas compris.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#contact-0-telephone\">Contacts : Ce numéro n’est pas un numéro de téléphone.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#contact-0-absence-0-au\">Absence : Une absence a un premier et un dernier jour.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"deux\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Publier</button>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_does_not_show_stays_as_it_was()
    {
        var name = Directory.GivenOwn(but: service =>
        {
            service.Address = new() { Commune = "Rennes", InseeCode = "35238" };
            service.Contacts.Add(Enumerable.Range(1, 5).Select(rank => new Contact { DisplayName = $"Contact {rank}" }));
        });
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(name));
        Assert.Contains("value=\"Domiciliation\"", form.Text, StringComparison.Ordinal);

        await browser.SendAsync(form, Form, [.. Complete("Domiciliation postale"), ("etape", "publier")]);

        var written = Directory.Find(name);
        Assert.Equal(("Domiciliation postale", "dora", "35238"), (written.DisplayName, written.Origin.Source, written.Address.InseeCode));
        Assert.Equal(["Zoé Contact", "Contact 5"], written.Contacts.Select(contact => contact.DisplayName));
    }

    [Fact]
    public async Task A_draft_is_kept_for_later_and_published_from_its_page()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        var list = await browser.SendAsync(form, Form, [.. Complete("Un brouillon"), ("etape", "brouillon")]);

        Assert.Contains("Le brouillon est enregistré.", list.Text, StringComparison.Ordinal);
        Assert.Equal(Service.Types.State.Draft, Assert.Single(Directory.Named("Un brouillon")).State);
    }

    [Fact]
    public async Task A_change_made_meanwhile_is_not_overwritten_even_after_a_preview()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(name));
        Directory.Find(name).Etag = "9";

        var preview = await browser.SendAsync(form, Form, [.. Complete("Trop tard"), ("etape", "apercu")]);
        var stale = await browser.SendAsync(preview, Form, [.. Complete("Trop tard"), ("etape", "publier")]);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Cette fiche a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Trop tard\"", stale.Text, StringComparison.Ordinal);

        await browser.SendAsync(stale, Form, [.. Complete("En connaissance de cause"), ("etape", "publier")]);
        Assert.Equal("En connaissance de cause", Directory.Find(name).DisplayName);
    }

    [Fact]
    public async Task A_service_is_taken_out_of_the_directory()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(name));
        Assert.DoesNotContain("Enregistrer le brouillon", form.Text, StringComparison.Ordinal);

        var after = await browser.SendAsync(form, "value=\"archiver\"", ("etape", "archiver"));

        Assert.Contains("Le service est retiré de l’annuaire.", after.Text, StringComparison.Ordinal);
        Assert.Equal(Service.Types.State.Archived, Directory.Find(name).State);
    }

    [Fact]
    public async Task A_service_given_in_the_house_of_another_institution_stays_there()
    {
        var name = Directory.GivenOwn(but: service => service.Structure = DirectoryStandIn.OtherPlace);
        using var browser = await host.SignedInAsync("yann.responsable");

        var form = await browser.OpenAsync(AddressOf(name));

        Assert.Contains($"<option value=\"{DirectoryStandIn.OtherPlace}\" selected", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_of_another_institution_is_not_there_to_be_written()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(DirectoryStandIn.Closed))).Status);
    }

    private static string AddressOf(string name) => "/mes-services/modifier?service=" + name["services/".Length..];

    private static (string, string)[] Complete(string name) =>
    [
        ("lieu", DirectoryStandIn.OwnPlace), ("nom", name), ("description", "Des produits à petit prix."), ("type", "aide-materielle"),
        ("themes", "equipement-et-alimentation--alimentation"), ("publics", "familles"), ("frais", "payant"), ("zones", "35, 35238"), ("langues", "ar"), ("langues", "uk"),
        ("accueil", "en-presentiel"), ("orientable", "oui"), ("horaires", "Tu 14:00-17:00"), ("heures-semaine", "2,5"), ("semaines", "6"),
        ("contact-0-nom", "Zoé Contact"), ("contact-0-absence-0-du", "2030-08-01"), ("contact-0-absence-0-au", "2030-08-31"),
    ];
}
