using System.Net;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Portal.Slips;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;
using Enum = System.Enum;

namespace Reseau.Gateway.Tests.Portal;

public sealed class HandingASlipOver(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task The_slip_says_where_and_when_and_nothing_of_why()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Scheduled, Action.Attended);
        host.Referrals.Service.Find(name).Appointment = new()
        {
            StartTime = Timestamp.FromDateTime(new(2030, 7, 15, 12, 30, 0, DateTimeKind.Utc)), Place = "Bureau 3, avec votre carte d’identité",
        };
        var page = await browser.OpenAsync(Address(name));
        Assert.Contains($"href=\"{Address(name)}/fiche\"", page.Html, StringComparison.Ordinal);

        var slip = await browser.OpenAsync(Address(name) + "/fiche");
        var (answer, file) = await browser.FetchAsync(Address(name) + "/fiche.pdf");

        using (answer) Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        using var pdf = PdfDocument.Open(file);
        var text = string.Concat(pdf.GetPages().Select(each => ContentOrderTextExtractor.GetText(each))).ReplaceLineEndings(" ");
        foreach (var said in (string[])["Votre rendez-vous", "Pour : Lucie E.", "Lundi 15 juillet 2030 à 14 h 30", "Bureau 3, avec votre carte d’identité", "Cours des Alliés", "35000 Rennes", "CCAS de Rennes", "Apportez cette fiche."])
        {
            Assert.Contains(said, slip.Text, StringComparison.Ordinal);
            Assert.Contains(said, text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
        foreach (var kept in (string[])["carte grise", "numerique", "0299000000", "Essai"])
        {
            Assert.DoesNotContain(kept, Between(slip.Text, "<article", "</article>"), StringComparison.Ordinal);
            Assert.DoesNotContain(kept, text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Lucie", pdf.Information.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_referral_sends_nobody_anywhere()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Declined);

        Assert.Contains("il n’y a plus de fiche", (await browser.OpenAsync(Address(name) + "/fiche")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(Address(name) + "/fiche.pdf")).Status);
        Assert.DoesNotContain("/fiche\"", (await browser.OpenAsync(Address(name))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(State.Submitted, "Le service va lire votre demande.")]
    [InlineData(State.Waitlisted, "Vous êtes sur sa liste d’attente.")]
    [InlineData(State.Accepted, "Il va vous donner un rendez-vous.")]
    [InlineData(State.NoShow, "Appelez le service pour en avoir un autre.")]
    public void Without_appointment_the_slip_says_what_comes_next(State state, string sentence)
    {
        var slip = SlipText.Of(Sent(state), null, null, "CCAS", "CAF", Today);

        Assert.Equal("Votre demande", slip.Title);
        Assert.Contains(sentence, slip.Parts.Single(part => part.Question == "Quand ?").Lines);
    }

    [Fact]
    public void Sentences_are_short()
    {
        var service = new Service { ReceptionModes = { "en-presentiel" }, Phone = "0299000001", Email = "accueil@caf.exemple" };
        var lines = Enum.GetValues<State>().SelectMany(state => SlipText.Of(Sent(state), service, null, "CCAS", "CAF", Today).Parts).SelectMany(part => part.Lines.Prepend(part.Question));

        Assert.All(lines, line => Assert.InRange(line.Split(' ').Length, 1, 12));
        Assert.Contains("Téléphone : 02 99 00 00 01", lines);
    }

    [Fact]
    public void Names_of_all_countries_are_printed()
    {
        var slip = new Slip("Votre rendez-vous", "Pour : Žełmira Ș. Nguyễn 🙂 日", [new("Où ?", [.. Enumerable.Range(1, 60).Select(line => $"Ligne {line}")])], "Fin");

        using var pdf = PdfDocument.Open(SlipPdf.Write(slip));

        Assert.Contains("Žełmira Ș.", ContentOrderTextExtractor.GetText(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.Contains("Fin", ContentOrderTextExtractor.GetText(pdf.GetPage(pdf.NumberOfPages)), StringComparison.Ordinal);
        Assert.InRange(pdf.NumberOfPages, 2, 3);
    }

    private static Referral Sent(State state) => new() { State = state, ServiceDisplayName = "Accueil numérique", Beneficiary = new() { GivenName = "Lucie", FamilyName = "Essai" } };

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
