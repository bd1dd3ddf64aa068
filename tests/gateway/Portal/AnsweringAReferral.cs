using System.Net;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class AnsweringAReferral(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Only_what_is_possible_is_offered()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Accept, Action.Decline)));

        Assert.Contains("value=\"accepter\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"refuser\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"cloturer\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lucie", Between(page.Text, "<title>", "</title>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_is_confirmed_and_changes_the_state()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Accept)));

        var after = await browser.SendAsync(page, "value=\"accepter\"", ("message", "Bonjour"));

        Assert.Contains("L’orientation est acceptée.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Acceptée, rendez-vous à fixer", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_answers_too_late_is_told_kindly_and_sees_the_new_state()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Submitted, Action.Accept);
        var page = await browser.OpenAsync(Address(name));
        host.Referrals.Service.ChangeMeanwhile(name, State.Scheduled, Action.Attended);

        var after = await browser.SendAsync(page, "value=\"accepter\"", ("message", "Bonjour"));

        Assert.Equal(HttpStatusCode.Conflict, after.Status);
        Assert.Contains("Cette orientation a changé pendant que vous la lisiez", after.Text, StringComparison.Ordinal);
        Assert.Contains("Rendez-vous fixé", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_answer_that_is_still_possible_keeps_what_was_typed()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Submitted, Action.Accept);
        var page = await browser.OpenAsync(Address(name));
        host.Referrals.Service.ChangeMeanwhile(name, State.Acknowledged, Action.Accept);

        var after = await browser.SendAsync(page, "value=\"accepter\"", ("message", "Message déjà tapé"));
        Assert.Contains("Message déjà tapé", after.Text, StringComparison.Ordinal);

        var done = await browser.SendAsync(after, "value=\"accepter\"");
        Assert.Contains("L’orientation est acceptée.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusing_without_a_reason_is_explained_at_the_reasons()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Decline)));

        var after = await browser.SendAsync(page, "value=\"refuser\"");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Contains("<a href=\"#motifs-refuser\">Motifs : Choisissez au moins un motif.</a>", after.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"motifs-refuser\"", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appointment_is_understood_and_shown_in_the_time_of_Paris()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Accepted, Action.Schedule);
        var page = await browser.OpenAsync(Address(name));

        var after = await browser.SendAsync(page, "value=\"planifier\"", ("date", "2030-07-15"), ("heure", "14:30"), ("lieu", "Bureau 3"));

        Assert.Contains("lundi 15 juillet 2030 à 14 h 30", after.Text, StringComparison.Ordinal);
        var stored = host.Referrals.Service.Find(name);
        Assert.Equal(Timestamp.FromDateTime(new(2030, 7, 15, 12, 30, 0, DateTimeKind.Utc)), stored.Appointment.StartTime);
    }

    [Fact]
    public async Task A_place_in_line_is_kept_until_a_day_that_everybody_sees()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Waitlist, Action.Accept)));

        var without = await browser.SendAsync(page, "value=\"mettre-en-attente\"");
        Assert.Contains("href=\"#jusqu-mettre-en-attente\"", without.Html, StringComparison.Ordinal);
        var past = await browser.SendAsync(page, "value=\"mettre-en-attente\"", ("jusqu", "2020-01-01"));
        Assert.Contains("<a href=\"#jusqu-mettre-en-attente\">Jusqu’au : Choisissez un jour à venir, dans l’année.</a>", past.Text, StringComparison.Ordinal);

        var after = await browser.SendAsync(page, "value=\"mettre-en-attente\"", ("jusqu", "2030-07-15"));
        Assert.Contains("La personne est en file d’attente.", after.Text, StringComparison.Ordinal);
        Assert.Contains("15 juillet 2030", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_spring_skips_is_refused()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Accepted, Action.Schedule)));

        var after = await browser.SendAsync(page, "value=\"planifier\"", ("date", "2030-03-31"), ("heure", "02:30"));

        Assert.Contains("Cette heure n’existe pas", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_of_others_and_one_that_does_not_exist_look_the_same()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync("/orientations/inconnue");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("votre institution n’y a pas accès", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_does_nothing()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Submitted, Action.Accept);
        var page = await browser.OpenAsync(Address(name));

        var refused = await browser.SendAsync(page, "value=\"accepter\"", ("__RequestVerificationToken", "forged"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Demande refusée", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worklists_show_their_counts_and_the_oldest_first()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        host.Referrals.Service.Given();

        var page = await browser.OpenAsync("/orientations/recues");

        Assert.Contains("À répondre<span class=\"count\"> 2<span class=\"visually-hidden\"> orientations</span>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lucie Essai", page.Text, StringComparison.Ordinal);
        Assert.Matches("envoyée par <a [^>]*>CCAS de Rennes</a>", page.Text);
    }

    [Fact]
    public async Task The_day_of_the_answer_is_shown_and_what_is_late_says_so()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var (soon, late, elsewhere) = (host.Referrals.Service.Given(), host.Referrals.Service.Given(), host.Referrals.Service.Given(State.InformationRequested));
        host.Referrals.Service.Find(soon).AnswerDueTime = Timestamp.FromDateTime(new(2030, 7, 15, 22, 0, 0, DateTimeKind.Utc));
        host.Referrals.Service.Find(late).AnswerDueTime = Timestamp.FromDateTime(new(2020, 1, 15, 23, 0, 0, DateTimeKind.Utc));
        host.Referrals.Service.Find(elsewhere).AnswerDueTime = Timestamp.FromDateTime(new(2030, 7, 15, 4, 0, 0, DateTimeKind.Utc));

        var awaited = await browser.OpenAsync(Address(soon));
        Assert.Contains("Réponse attendue au plus tard le lundi 15 juillet 2030", awaited.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("En retard", awaited.Text, StringComparison.Ordinal);
        var overdue = await browser.OpenAsync(Address(late));
        Assert.Contains("En retard", overdue.Text, StringComparison.Ordinal);
        Assert.Contains("Réponse attendue au plus tard le mercredi 15 janvier 2020", overdue.Text, StringComparison.Ordinal);
        // Midnight in Guadeloupe is no midnight here.
        Assert.Contains("Précision attendue avant le lundi 15 juillet 2030 à 6 h 00", (await browser.OpenAsync(Address(elsewhere))).Text, StringComparison.Ordinal);
        Assert.Contains("Réponse attendue au plus tard le lundi 15 juillet 2030", (await browser.OpenAsync("/orientations/recues")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/orientations/recues?liste=en-retard\"", (await browser.OpenAsync("/orientations/recues")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_time_did_is_told_as_of_the_network()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Expired);
        var timeline = host.Referrals.Service.Find(name).Timeline;
        timeline.Add(new Reseau.Referrals.V1.TimelineEntry { Version = 2, Type = "referral-reminded", Reminder = "ESCALATE", State = State.Acknowledged, OccurTime = timeline[0].OccurTime });
        timeline.Add(new Reseau.Referrals.V1.TimelineEntry { Version = 3, Type = "referral-expired", State = State.Expired, OccurTime = timeline[0].OccurTime });

        var page = await browser.OpenAsync(Address(name));

        Assert.Contains("<strong>Rappel adressé au suppléant</strong>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>Expirée : personne n’a répondu à temps</strong>", page.Text, StringComparison.Ordinal);
        Assert.Contains("· Réseau</span>", page.Text, StringComparison.Ordinal);
    }

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
