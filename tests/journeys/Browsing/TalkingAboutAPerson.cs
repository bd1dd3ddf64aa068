using System.Security.Cryptography;
using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

public sealed class TalkingAboutAPerson(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    [Fact]
    public async Task Claire_writes_a_note_and_joins_a_document_Karim_reads_both_and_Claire_prints_the_slip()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ReferAsync(person);
        await claire.ActAsync("noter", "La note est ajoutée", async form =>
        {
            await form.GetByLabel("Votre institution seulement").CheckAsync();
            await form.GetByRole(AriaRole.Textbox).FillAsync("À rappeler lundi.");
        });
        byte[] content = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(300_000), .. "\n%%EOF\n"u8];
        await JoinAsync(claire, "attestation d’hébergement.pdf", content);
        await claire.SeesAsync("Le document est joint");
        await claire.SeesAsync("Non analysé par un antivirus");

        var karim = await SignedInAsync("karim.caf", scripts: false);
        await karim.OpenAsync("/orientations/recues", person);
        await Assertions.Expect(karim.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("À rappeler lundi.");
        var download = await karim.RunAndWaitForDownloadAsync(() => karim.GetByRole(AriaRole.Link, new() { Name = "attestation d’hébergement.pdf" }).ClickAsync());
        Assert.Equal("attestation d’hébergement.pdf", download.SuggestedFilename);
        Assert.Equal(content, await File.ReadAllBytesAsync(await download.PathAsync()));

        await claire.GetByRole(AriaRole.Link, new() { Name = "Fiche à remettre" }).ClickAsync();
        await claire.SeesAsync("Il n’y a pas encore de rendez-vous.");
        await Assertions.Expect(claire.Locator(".slip")).Not.ToContainTextAsync(person.Need);
        var pdf = await claire.APIRequest.GetAsync(claire.Url + ".pdf");
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await pdf.BodyAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_what_its_name_says_is_explained()
    {
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ReferAsync(new());

        await JoinAsync(claire, "facture.pdf", [.. "MZ"u8, .. new byte[1000]]);

        await claire.SeesAsync("Le contenu de ce document ne correspond pas à son nom");
    }

    private static async Task JoinAsync(IPage page, string name, byte[] content)
    {
        var form = page.Locator("details.action").Filter(new() { Has = page.Locator("input[type=file]") });
        if (await form.GetAttributeAsync("open") is null) await form.Locator("summary").ClickAsync();
        await form.GetByLabel("Les deux institutions").CheckAsync();
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });
        await form.GetByRole(AriaRole.Button, new() { Name = "Joindre le document" }).ClickAsync();
    }
}
