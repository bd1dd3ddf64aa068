using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Policies.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>What a chargé de mission writes for all: templates, the mode of the network, governance bodies.</summary>
public sealed class GoverningTheNetwork(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Links_are_drawn_and_told_in_a_table_with_what_contradicts_itself()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync("/reseau/carte-des-liens");

        Assert.Matches("<th scope=\"row\">CCAS de Rennes</th>\\s*<td>CAF d’Ille-et-Vilaine</td>\\s*<td>\\s*En vigueur", page.Text);
        Assert.Contains("28 février 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains("des conventions se contredisent (thèmes)", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/conventions/c1\">Protocole &lt;d’orientation&gt;</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<path class=\"suspended\" d=\"M 230 64 L 490 64\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"mode\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_network_is_made_strict_and_open_again_knowing_what_it_means()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync("/reseau/carte-des-liens");
        Assert.Contains("plus aucune orientation ne partira", page.Text, StringComparison.Ordinal);

        var strict = await browser.SendAsync(page, "name=\"mode\"");
        Assert.Contains("Le réseau est strict, dès maintenant.", strict.Text, StringComparison.Ordinal);
        Assert.Equal(Network.Types.Mode.Strict, host.Policies.Current.Mode);

        await browser.SendAsync(strict, "name=\"mode\"");
        Assert.Equal(Network.Types.Mode.Open, host.Policies.Current.Mode);
    }

    [Fact]
    public async Task A_template_is_written_checked_published_and_taken_away()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var saved = await browser.SendAsync(await browser.OpenAsync("/conventions/modeles/nouveau"), "etape", ("etape", "enregistrer"), ("titre", "Accueil d’une permanence"), ("nature", "Hosting"),
            ("clause-0-titre", "Objet"), ("clause-0-texte", "Dès le {{debut}}, à {{lieu}}."), ("valeur-0-cle", "{{debut}}"), ("valeur-0-question", "Début"), ("valeur-0-type", "Date"),
            ("valeur-1-cle", "jamais"), ("valeur-1-question", "?"), ("valeur-1-type", "Text"), ("engagement-0-texte", "Prêter un local"), ("engagement-0-partie", "2"), ("etapes", "Réunion\nEssai"));

        Assert.Equal("/conventions/modeles/accueil-d-une-permanence", saved.Address.AbsolutePath);
        Assert.Contains("ne sont pas déclarées : lieu.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("ne sont pas dans le texte : jamais.", saved.Text, StringComparison.Ordinal);
        var template = host.Templates.Find("templates/accueil-d-une-permanence");
        Assert.Equal(["Réunion", "Essai"], template.Steps);
        Assert.Equal(2, template.Commitments.Single().Party);

        var published = await browser.SendAsync(saved, "value=\"publier\"", ("etape", "publier"));
        Assert.Contains("Le modèle est publié", published.Text, StringComparison.Ordinal);
        var archived = await browser.SendAsync(published, "value=\"archiver\"", ("etape", "archiver"));
        Assert.Contains("Le modèle est retiré", archived.Text, StringComparison.Ordinal);
        Assert.Contains("[à compléter : debut]", archived.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_value_of_a_template_is_said_at_its_row()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var refused = await browser.SendAsync(await browser.OpenAsync("/conventions/modeles/nouveau"), "etape", ("etape", "enregistrer"), ("titre", "Accueil"),
            ("valeur-1-cle", "debut"), ("valeur-1-question", "Début"));

        Assert.Contains("<a href=\"#valeur-1-type\">Sorte de valeur : Dites de quelle sorte.</a>", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_set_up_meets_decides_and_is_dissolved()
    {
        var convention = host.Conventions.Service.Given();
        var other = host.Conventions.Service.Given(but: one => one.Content.Title = "Convention d’hébergement");
        using var browser = await host.SignedInAsync("sofia.mission");
        var empty = await browser.SendAsync(await browser.OpenAsync("/instances/nouvelle"), "etape", ("etape", "enregistrer"), ("titre", "COPIL du réseau"), ("nature", "Steering"));
        Assert.Contains("<a href=\"#membre-0-institution\">Membres : Indiquez au moins un membre.</a>", empty.Text, StringComparison.Ordinal);

        var body = await browser.SendAsync(empty, "etape", ("etape", "enregistrer"), ("titre", "COPIL du réseau"), ("nature", "Steering"), ("membre-0-institution", "ccas-rennes"), ("membre-0-fonction", "élue"));
        Assert.Equal("/instances/copil-du-reseau", body.Address.AbsolutePath);
        Assert.Contains("CCAS de Rennes, élue", body.Text, StringComparison.Ordinal);

        var undated = await browser.SendAsync(body, "ordre-du-jour", ("etape", "enregistrer"), ("jour", "bientôt"));
        Assert.Contains("<a href=\"#jour\">Jour : Cette date n’est pas comprise.", undated.Text, StringComparison.Ordinal);
        var many = await browser.SendAsync(body, "ordre-du-jour", [("etape", "enregistrer"), ("jour", "2026-03-12"), ("decision-0-texte", "Renouveler"), .. Enumerable.Repeat(("decision-0-convention", convention), 21)]);
        Assert.Contains("<a href=\"#decision-0-convention\">Conventions concernées : Il y en a trop.</a>", many.Text, StringComparison.Ordinal);
        Assert.Matches($"value=\"{convention}\"[^>]*checked", many.Html);
        var met = await browser.SendAsync(body, "ordre-du-jour", ("etape", "enregistrer"), ("jour", "2026-03-12"), ("presents", "institutions/ccas-rennes"),
            ("decision-0-texte", "Renouveler"), ("decision-0-convention", convention), ("decision-0-convention", other));
        Assert.Contains("La réunion est enregistrée.", met.Text, StringComparison.Ordinal);
        var decision = host.Bodies.Find("bodies/copil-du-reseau").Meetings.Single().Decisions.Single();
        Assert.Equal("Renouveler", decision.Text);
        Assert.Equal([convention, other], decision.Conventions);
        Assert.Contains($"href=\"/{convention}\">Protocole", met.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{other}\">Convention d’hébergement", met.Text, StringComparison.Ordinal);

        var over = await browser.SendAsync(met, "value=\"dissoudre\"");
        Assert.Contains("dissoute", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ordre-du-jour", over.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Unresolved_names_are_those_the_text_uses_and_nobody_declared()
    {
        var template = new Template { Clauses = { new Clause { Title = "{{a}}", Text = "{{ b }} {{b}} {{A!}}" } }, Variables = { new Variable { Key = "a" }, new Variable { Key = "c" } } };

        Assert.Equal(["b", "A!"], TemplateForm.Unresolved(template));
        Assert.Equal(["c"], TemplateForm.Unused(template));
    }
}
