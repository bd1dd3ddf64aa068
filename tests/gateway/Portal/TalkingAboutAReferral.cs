using System.Net;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class TalkingAboutAReferral(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string NoteForm = "value=\"noter\"";

    [Fact]
    public async Task A_note_says_who_may_read_it_and_shows_up_in_the_thread()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Note)));

        var after = await browser.SendAsync(page, NoteForm, ("lecteurs", "Internal"), ("message", "À revoir avec l’équipe."));

        Assert.Contains("La note est ajoutée.", after.Text, StringComparison.Ordinal);
        Assert.Contains("<blockquote>À revoir avec l’équipe.</blockquote>", after.Text, StringComparison.Ordinal);
        Assert.Contains("Interne à votre institution", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_without_reader_is_explained_at_the_choice_and_keeps_what_was_typed()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Note)));

        var after = await browser.SendAsync(page, NoteForm, ("message", "Déjà tapé"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Contains("<a href=\"#lecteurs-noter\">Qui peut lire : Dites qui peut lire.</a>", after.Text, StringComparison.Ordinal);
        Assert.Contains("Déjà tapé</textarea>", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_to_choose_between_a_note_and_an_answer()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Note)));

        Assert.DoesNotContain("Que voulez-vous faire", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ajouter une note", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_of_a_closed_referral_is_corrected()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Completed, Action.Correct);
        var page = await browser.OpenAsync(Address(name));

        var after = await browser.SendAsync(page, "value=\"rectifier\"", ("issue", "PartlyServed"), ("message", "Il manquait une pièce."));

        Assert.Contains("La rectification est enregistrée.", after.Text, StringComparison.Ordinal);
        Assert.Equal(Outcome.PartlyServed, host.Referrals.Service.Find(name).Outcome);
    }

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];
}
