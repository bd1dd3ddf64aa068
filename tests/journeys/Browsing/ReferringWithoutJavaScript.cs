using System.Globalization;
using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

public sealed class ReferringWithoutJavaScript(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    [Fact]
    public async Task Claire_refers_a_person_Karim_closes_and_Claire_reads_the_outcome()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ReferAsync(person);

        var karim = await SignedInAsync("karim.caf", scripts: false);
        await karim.OpenAsync("/orientations/recues", person);
        await karim.ActAsync("accuser-reception", "L’accusé de réception est envoyé");
        await karim.ActAsync("accepter", "L’orientation est acceptée");
        await karim.ActAsync("planifier", "Le rendez-vous est enregistré", async form =>
        {
            await form.GetByLabel("Date").FillAsync(DateTime.UtcNow.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await form.GetByLabel("Heure").FillAsync("10:30");
            await form.GetByLabel("Lieu").FillAsync("Accueil, bureau 2");
        });
        await karim.ActAsync("venue", "La venue de la personne est enregistrée");
        await karim.ActAsync("cloturer", "L’orientation est clôturée", async form =>
        {
            await form.GetByRole(AriaRole.Radio).First.CheckAsync();
            await form.GetByLabel("Message pour").FillAsync("Les droits sont ouverts.");
        });

        await claire.OpenAsync("/orientations/envoyees?liste=closes", person);
        await claire.SeesAsync("Les droits sont ouverts.");
        await claire.SeesAsync("Rendez-vous");
    }

    [Fact]
    public async Task A_double_click_and_a_repeated_form_send_one_referral()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ChooseCafAsync();
        await claire.DescribeAsync(person);

        var sending = await claire.RunAndWaitForRequestAsync(() => claire.SendButton().DblClickAsync(), request => request.Method == "POST");
        await claire.SeesAsync("L’orientation est envoyée");
        // What a browser does when somebody reloads and agrees to send again.
        var again = await claire.APIRequest.PostAsync(sending.Url, new()
        {
            DataByte = sending.PostDataBuffer, Headers = new Dictionary<string, string> { ["Content-Type"] = sending.Headers["content-type"] },
        });
        Assert.True(again.Ok, $"{again.Status}");
        Assert.Contains("L’orientation est envoyée", System.Net.WebUtility.HtmlDecode(await again.TextAsync()), StringComparison.Ordinal);

        await claire.GotoAsync("/orientations/envoyees");
        Assert.Equal(1, await claire.GetByRole(AriaRole.Link, new() { Name = person.Name }).CountAsync());
    }

    [Fact]
    public async Task Everything_that_is_missing_is_said_together_and_leads_to_its_field()
    {
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ChooseCafAsync();
        await claire.SendButton().ClickAsync();

        var problems = claire.Locator("#erreurs").GetByRole(AriaRole.Link);
        Assert.True(await problems.CountAsync() >= 5, await claire.GetByRole(AriaRole.Main).InnerTextAsync());
        foreach (var link in await problems.AllAsync())
            await Assertions.Expect(claire.Locator(await link.GetAttributeAsync("href") ?? "#nowhere")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_charge_de_mission_is_offered_no_referral_and_reaches_none()
    {
        var sofia = await SignedInAsync("sofia.mission", scripts: false);
        await sofia.SearchAsync("CAF");
        Assert.Equal(0, await sofia.GetByRole(AriaRole.Link, new() { Name = "Orient" }).CountAsync());

        foreach (var page in (string[])["/orientations/recues", "/orientations/envoyees", "/orienter?service=caf", "/orientations/0198"])
        {
            var answer = await sofia.GotoAsync(page);
            Assert.True(answer!.Status is 403 or 404, $"{page}: {answer.Status}");
            await Assertions.Expect(sofia.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_an_address_in_what_is_logged_or_in_a_file()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ReferAsync(person);
        await claire.OpenAsync("/orientations/envoyees", person);
        var karim = await SignedInAsync("karim.caf", scripts: false);
        await karim.OpenAsync("/orientations/recues", person);

        Assert.DoesNotContain(Chromium.Addresses.Select(Uri.UnescapeDataString), address => person.Canaries.Append(person.Phone).Any(address.Contains));
        Assert.DoesNotContain(person.Phone, Running.Edition.Output, StringComparison.Ordinal);
        await Traces.AssertNoneAsync(Running, person.Canaries);
    }
}
