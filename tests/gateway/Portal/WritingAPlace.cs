using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WritingAPlace(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string New = "/mes-services/lieux/nouveau";
    private const string Form = "name=\"voie\"";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task A_place_is_seen_as_it_will_be_before_it_is_published()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);
        Assert.DoesNotContain("id=\"institution\"", form.Html, StringComparison.Ordinal);

        var preview = await browser.SendAsync(form, Form, [.. Complete("Espace de Cleunay"), ("etape", "apercu")]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("<h2 id=\"apercu\">Espace de Cleunay</h2>", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>Lundi au vendredi : 9 h à 12 h et 14 h à 17 h</dd>", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>35200 Rennes</dd>", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>Espace public numérique (EPN)</dd>", preview.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.PlacesNamed("Espace de Cleunay"));
        // Enter in a field presses the first button.
        Assert.True(preview.Html.IndexOf("value=\"apercu\"", StringComparison.Ordinal) < preview.Html.IndexOf("value=\"publier\"", StringComparison.Ordinal));

        var done = await browser.SendAsync(preview, Form, [.. Complete("Espace de Cleunay"), ("etape", "publier")]);
        Assert.StartsWith("/annuaire/lieux/reseau--", done.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Le lieu est publié dans l’annuaire.", done.Text, StringComparison.Ordinal);

        var written = Assert.Single(Directory.PlacesNamed("Espace de Cleunay"));
        Assert.Equal(("institutions/ccas-rennes", "EPN", "13002526500013"), (written.Institution, written.Typology, written.Siret));
        Assert.Equal("Mo-Fr 09:00-12:00,14:00-17:00; PH off", written.OpeningHours);
        Assert.Equal(("3 rue du Gué", "Bât. B", "35200", "Rennes", "35238"), (written.Address.StreetAddress, written.Address.Complement, written.Address.PostalCode, written.Address.Commune, written.Address.InseeCode));
        Assert.Equal((48.0958, -1.7092), (written.Address.Position.Latitude, written.Address.Position.Longitude));
        Assert.Equal(["aidants-connect", "france-service"], written.Networks);
        Assert.Equal(["surdite", "illettrisme"], written.Accessibility);
        Assert.Equal((6, 2), (written.PublicComputers, written.Facilitators));
        Assert.Equal(
            ("0299000003", "cleunay@exemple.fr", "https://cleunay.exemple.fr", "https://acceslibre.beta.gouv.fr/app/x/"),
            (written.Phone, written.Email, written.Website, written.AccessibilityUrl));
    }

    [Fact]
    public async Task Publishing_twice_is_one_place()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        await browser.SendAsync(form, Form, [.. Complete("Une seule fois"), ("etape", "publier")]);
        await browser.SendAsync(form, Form, [.. Complete("Une seule fois"), ("etape", "publier")]);

        Assert.Equal("+", Assert.Single(Directory.PlacesNamed("Une seule fois")).Etag);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_next_to_its_field()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        var page = await browser.SendAsync(form, Form, ("nom", "É"), ("siret", "130"), ("commune", "Nulle-Part"), ("position", "48,11"), ("horaires", "lu 9h-12h et peut-être"),
            ("telephone", "12"), ("ordinateurs", "deux"), ("etape", "publier"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#nom\">Nom : écrivez au moins 3 caractères.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#siret\">SIRET : un numéro SIRET compte 14 chiffres.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#commune\">Commune : Cette commune n’est pas connue.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#position\">Coordonnées : Ces coordonnées ne sont pas comprises.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#horaires\">Horaires d’ouverture : Horaires non compris à partir du caractère", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("..</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#telephone\">Téléphone : indiquez un numéro à 10 chiffres.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#ordinateurs\">Ordinateurs en libre accès : Ce nombre n’est pas compris.", page.Text, StringComparison.Ordinal);
        Assert.Matches("id=\"commune-erreur\">\\s*<p class=\"field-error\">", page.Text);
        Assert.Contains("value=\"48,11\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Publier</button>", page.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.PlacesNamed("É"));
    }

    [Fact]
    public async Task A_commune_among_several_is_chosen_and_a_single_postal_code_is_completed()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);

        var several = await browser.SendAsync(form, Form, ("nom", "Case de Saint-Denis"), ("commune", "Saint-Denis"), ("etape", "apercu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, several.Status);
        Assert.Contains("Choisissez la bonne dans la liste.", several.Text, StringComparison.Ordinal);
        Assert.Contains("Saint-Denis, 97400", several.Text, StringComparison.Ordinal);

        var preview = await browser.SendAsync(several, Form, ("nom", "Case de Saint-Denis"), ("commune", "Saint-Denis"), ("commune-insee", "97411"), ("etape", "apercu"));
        Assert.Contains("<dd>97400 Saint-Denis</dd>", preview.Text, StringComparison.Ordinal);
        await browser.SendAsync(preview, Form, ("nom", "Case de Saint-Denis"), ("commune", "Saint-Denis"), ("etape", "publier"));
        Assert.Equal("97411", Assert.Single(Directory.PlacesNamed("Case de Saint-Denis")).Address.InseeCode);

    }

    [Fact]
    public async Task A_commune_that_was_found_for_one_name_does_not_count_for_the_beginning_of_it()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(New);
        var preview = await browser.SendAsync(form, Form, ("nom", "Rennes plutôt"), ("commune", "Rennes-en-Grenouilles"), ("etape", "apercu"));
        Assert.Contains("name=\"commune-insee\" value=\"53189\"", preview.Html, StringComparison.Ordinal);

        await browser.SendAsync(preview, Form, ("nom", "Rennes plutôt"), ("commune", "Rennes"), ("etape", "publier"));

        Assert.Equal("35238", Assert.Single(Directory.PlacesNamed("Rennes plutôt")).Address.InseeCode);
    }

    [Fact]
    public async Task What_nobody_touched_stays_to_the_letter()
    {
        var name = Directory.GivenPlace(but: place =>
        {
            place.Description = "Au fond\nde la cour.";
            place.OpeningHours = "mo-fr 9h-12h";
            place.Address = new() { Commune = "PARIS 10E ARRONDISSEMENT", InseeCode = "75110", Position = new() { Latitude = 48.123456789, Longitude = 2.1 } };
            place.Origin = new() { Source = "dora", Kept = { ["carto:services"] = "x" } };
        });
        var before = Directory.FindPlace(name).Clone();
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(name));
        Assert.Contains("value=\"48.123456789, 2.1\"", form.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"PARIS 10E ARRONDISSEMENT\"", form.Text, StringComparison.Ordinal);

        await browser.SendAsync(form, Form, ("nom", "Autre nom"), ("description", "Au fond\r\nde la cour."), ("horaires", "mo-fr 9h-12h"),
            ("commune", "PARIS 10E ARRONDISSEMENT"), ("position", "48.123456789, 2.1"), ("etape", "publier"));

        (before.DisplayName, before.Etag) = ("Autre nom", "1+");
        Assert.Equal(before, Directory.FindPlace(name));
    }

    [Fact]
    public async Task A_change_made_meanwhile_stays_until_the_person_has_seen_it_and_nothing_typed_is_lost()
    {
        var name = Directory.GivenPlace();
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(name));
        (Directory.FindPlace(name).Etag, Directory.FindPlace(name).DisplayName) = ("9", "Antenne de l’autre");

        var preview = await browser.SendAsync(form, Form, [.. Complete("Trop tard"), ("etape", "apercu")]);
        var stale = await browser.SendAsync(preview, Form, [.. Complete("Trop tard"), ("etape", "publier")]);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("l’annuaire garde ce qu’une autre personne vient d’écrire", stale.Text, StringComparison.Ordinal);
        Assert.Matches("<td>Antenne de l’autre</td>\\s*<td>Trop tard</td>", stale.Text);
        Assert.Contains("value=\"Trop tard\"", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Antenne de l’autre", Directory.FindPlace(name).DisplayName);

        var again = await browser.SendAsync(stale, Form, [.. Complete("En connaissance de cause"), ("etape", "apercu")]);
        await browser.SendAsync(again, Form, [.. Complete("En connaissance de cause"), ("etape", "publier")]);
        Assert.Equal("En connaissance de cause", Directory.FindPlace(name).DisplayName);
    }

    [Fact]
    public async Task The_place_of_another_institution_is_not_there_to_be_written()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync(AddressOf(Directory.GivenPlace()));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(DirectoryStandIn.OtherPlace))).Status);
        var forged = form with { Html = form.Html.Replace("modifier?lieu=", "modifier?lieu=demo--caf&x=", StringComparison.Ordinal) };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(forged, Form, [.. Complete("Chez les autres"), ("etape", "publier")])).Status);

        Assert.Empty(Directory.PlacesNamed("Chez les autres"));
        Assert.DoesNotContain("Modifier ce lieu", (await browser.OpenAsync("/annuaire/lieux/demo--caf")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire.accueil")]
    [InlineData("sofia.mission")]
    public async Task Only_managers_and_administrators_write_places(string user)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/mes-services/lieux")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(New)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(AddressOf(DirectoryStandIn.OwnPlace))).Status);
        Assert.DoesNotContain("Modifier ce lieu", (await browser.OpenAsync("/annuaire/lieux/demo--ccas")).Text, StringComparison.Ordinal);
    }

    private static string AddressOf(string name) => "/mes-services/lieux/modifier?lieu=" + name["structures/".Length..];

    private static (string, string)[] Complete(string name) =>
    [
        ("nom", name), ("description", "De l’aide avec un ordinateur."), ("typologie", "EPN"), ("siret", "130 025 265 00013"), ("reseaux", "aidants-connect"), ("reseaux", "france-service"),
        ("voie", "3 rue du Gué"), ("complement", "Bât. B"), ("commune", "Rennes"), ("code-postal", "35200"), ("position", "48,0958, -1.7092"),
        ("horaires", "lu-ve 9h-12h,14h-17h; PH off"), ("accueil-adapte", "surdite"), ("accueil-adapte", "illettrisme"), ("acceslibre", "https://acceslibre.beta.gouv.fr/app/x/"),
        ("telephone", "0299000003"), ("courriel", "cleunay@exemple.fr"), ("site", "https://cleunay.exemple.fr"), ("ordinateurs", "6"), ("mediateurs", "2"),
    ];
}
