using System.Net;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ChoosingNotifications(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/mes-notifications";
    private const string Form = "name=\"moyens\"";

    [Fact]
    public async Task What_is_kept_is_shown_and_opening_the_page_changes_nothing()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var before = host.Notifications.Updates;

        var page = await browser.OpenAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches("id=\"quand-received\"[^>]*>(?s:.*?)<option value=\"Immediate\" selected", page.Html);
        Assert.Matches("id=\"quand-accepted\"[^>]*>(?s:.*?)<option value=\"Digest\" selected", page.Html);
        Assert.Matches("id=\"silence-debut\"[^>]*value=\"20:00\"", page.Html);
        Assert.Matches("id=\"silence-jours\"[^>]*checked", page.Html);
        Assert.Contains("aria-current=\"page\">Mes notifications", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kind.", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, host.Notifications.Updates);
    }

    [Fact]
    public async Task What_is_chosen_is_kept_and_said()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address);

        var after = await browser.SendAsync(page, Form, ("moyens", "Email"), ("moyens", "Webhook"), ("courriel", "karim@caf.example"), ("telephone", "06 11 22 33 44"),
            ("outil", "https://outil.example.org/"), ("quand-received", "Digest"), ("quand-question", ""), ("silence-debut", "19h30"), ("silence-fin", "9:00"));

        Assert.Equal("/mes-notifications?fait=preferences", after.Address.PathAndQuery);
        Assert.Contains("Vos choix sont enregistrés.", after.Text, StringComparison.Ordinal);
        Assert.Contains("cle-de-la-signature", after.Text, StringComparison.Ordinal);
        var sent = host.Notifications.LastUpdate.Preferences;
        Assert.Equal([Channel.Email, Channel.Webhook], sent.Channels);
        Assert.Equal(("karim@caf.example", "06 11 22 33 44", "https://outil.example.org/"), (sent.Email, sent.Phone, sent.WebhookUrl));
        Assert.Equal(("19:30", "09:00", false), (sent.QuietHours.StartTime, sent.QuietHours.EndTime, sent.QuietHours.FreeDays));
        Assert.Equal(Pace.Digest, sent.Choices.Single(choice => choice.Kind == Kind.Received).Pace);
        Assert.Equal(Pace.None, sent.Choices.Single(choice => choice.Kind == Kind.Question).Pace);
        Assert.Equal(12, sent.Choices.Count);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_stays_as_it_was_typed()
    {
        using var browser = await host.SignedInAsync("lea.ml");
        var page = await browser.OpenAsync(Address);

        var after = await browser.SendAsync(page, Form, ("moyens", "Email"), ("courriel", "léa"), ("quand-closed", "Immediate"), ("silence-debut", "le soir"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Contains("<a href=\"#courriel\">Adresse électronique : Écrivez une adresse complète.", after.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#silence-debut\">Ne pas déranger à partir de : Écrivez une heure comme 20:00.", after.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"léa\"", after.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"le soir\"", after.Text, StringComparison.Ordinal);
        Assert.Matches("id=\"quand-closed\"[^>]*>(?s:.*?)<option value=\"Immediate\" selected", after.Html);
        Assert.StartsWith("Erreur : mes notifications", WebUtility.HtmlDecode(after.Html.Split("<title>")[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_in_another_tab_is_not_overwritten_unseen()
    {
        using var browser = await host.SignedInAsync("marc.cdas");
        var page = await browser.OpenAsync(Address);
        host.Notifications.ChangeMeanwhile();

        var stale = await browser.SendAsync(page, Form, ("courriel", "marc@departement.example"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Vos choix ont changé pendant que vous les lisiez.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"marc@departement.example\"", stale.Text, StringComparison.Ordinal);

        var after = await browser.SendAsync(stale, Form, ("courriel", "marc@departement.example"));
        Assert.Contains("Vos choix sont enregistrés.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_the_institution_sees_what_could_not_be_sent_and_why()
    {
        host.Notifications.Given(Message(Delivery.Types.State.Sent, ""));
        host.Notifications.Given(Message(Delivery.Types.State.Failed, "SMTP_MAILBOX_UNAVAILABLE"));
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/mes-notifications/envois");

        Assert.Contains("message n’a pas pu partir", page.Text.Replace("messages n’ont", "message n’a", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("cl…@ccas.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("Échec : la boîte n’existe pas", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/mes-notifications/envois?page=suite\"", page.Text, StringComparison.Ordinal);

        var failed = await browser.OpenAsync("/mes-notifications/envois?etat=echec&page=suite");
        Assert.Equal((Delivery.Types.State.Failed, "suite"), (host.Notifications.LastList.State, host.Notifications.LastList.PageToken));
        Assert.DoesNotContain("<td>Envoyé</td>", failed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sofia.mission", Address)]
    [InlineData("yann.responsable", Address)]
    [InlineData("claire.accueil", "/mes-notifications/envois")]
    public async Task The_pages_are_open_to_those_they_are_for(string account, string address)
    {
        using var browser = await host.SignedInAsync(account);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Who_follows_a_link_of_a_message_signs_in_first()
    {
        using var browser = host.NewBrowser();

        Assert.Contains("name=\"password\"", (await browser.OpenAsync(Address)).Html, StringComparison.Ordinal);
    }

    private static Delivery Message(Delivery.Types.State state, string error) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Channel = Channel.Email,
        MaskedAddress = "cl…@ccas.example",
        State = state,
        Error = error,
        Attempts = 1,
        News = 2,
        CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        DueTime = Timestamp.FromDateTime(DateTime.UtcNow),
    };
}
