using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>One's own trainings, what proves them, and the calendar they are in.</summary>
public sealed class KeepingOnesTrainings(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/mes-formations";

    private SessionsStandIn Service => host.Training.Service;

    [Fact]
    public async Task Those_to_come_stand_before_those_done_and_a_certificate_is_read_in_the_browser()
    {
        Service.Given(Service.Given(State.Open, DateTimeOffset.UtcNow.AddDays(20), session => session.Title = "La prochaine"), SeatState.Waiting, "Claire", SessionsStandIn.Own, enrolment => enrolment.WaitingRank = 3);
        var done = Service.Given(Service.Given(State.Closed, DateTimeOffset.UtcNow.AddDays(-9), session => session.Title = "La dernière"), SeatState.Attended, "Claire", SessionsStandIn.Own, enrolment => enrolment.CertificateCode = SessionsStandIn.Code);
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(Address);

        Assert.Matches("(?s)<h2 id=\"a-venir\">.*La prochaine.*Rang sur la liste : 3.*<h2 id=\"passees\">.*La dernière", page.Text);
        Assert.Contains($"code de vérification <code>{SessionsStandIn.Code}</code>", page.Text, StringComparison.Ordinal);
        var certificate = $"/formations/{done.Session.Name}/attestations/{SessionsStandIn.Own.Split('/')[1]}.pdf";
        Assert.Contains(certificate, page.Html, StringComparison.Ordinal);
        var (file, content) = await browser.FetchAsync(certificate);
        Assert.Equal(("application/pdf", "%PDF attestation"), (file.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(content)));
        Assert.Equal("inline; filename=attestation.pdf; filename*=UTF-8''attestation.pdf", file.Content.Headers.ContentDisposition?.ToString());
        file.Dispose();
    }

    [Fact]
    public async Task Without_a_certificate_there_is_no_file()
    {
        var partly = Service.Given(Service.Given(State.Closed, DateTimeOffset.UtcNow.AddDays(-9)), SeatState.AttendedPartly, "Claire", SessionsStandIn.Own);
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.OpenAsync($"/formations/{partly.Session.Name}/attestations/moi.pdf")).Status);
    }

    [Fact]
    public async Task A_training_is_evaluated_at_its_end_and_again_three_months_after()
    {
        var recent = Service.Given(Service.Given(State.Closed, DateTimeOffset.UtcNow.AddDays(-9)), SeatState.Attended, "Claire", SessionsStandIn.Own, null, "Evaluate");
        var old = Service.Given(Service.Given(State.Closed, DateTimeOffset.UtcNow.AddDays(-120)), SeatState.Attended, "Claire", SessionsStandIn.Own, enrolment => enrolment.Hot = new() { Note = 4, Comment = "Très clair" }, "Evaluate");
        using var browser = await host.SignedInAsync("claire.accueil");
        var page = await browser.OpenAsync(Address);
        Assert.Contains("Très clair", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Control(recent, "note") + "-froid", page.Html, StringComparison.Ordinal);

        var bare = await browser.SendAsync(page, $"{recent.Name}|avis-a-chaud", ("commentaire", "Utile"));
        Assert.Contains($"<a href=\"#{Control(recent, "note")}\">Choisissez une note.</a>", bare.Text, StringComparison.Ordinal);
        Assert.Contains("Utile", bare.Html, StringComparison.Ordinal);

        var done = await browser.SendAsync(bare, $"{old.Name}|avis-a-froid", ("note", "5"), ("commentaire", "Je m’en sers"));
        Assert.Contains("Merci : votre avis est enregistré.", done.Text, StringComparison.Ordinal);
        var sent = Service.LastEvaluation;
        Assert.Equal((old.Name, true, 5, "Je m’en sers"), (sent.Name, sent.Cold, sent.Evaluation.Note, sent.Evaluation.Comment));
    }

    [Fact]
    public async Task Whoever_has_no_record_yet_has_no_trainings_and_a_way_to_the_catalogue()
    {
        Service.HasRecord = () => false;
        using var browser = await host.SignedInAsync("lea.ml");

        var page = await browser.OpenAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Vous n’avez encore demandé aucune formation.", page.Text, StringComparison.Ordinal);
        Service.HasRecord = () => true;
    }

    [Fact]
    public async Task The_address_of_ones_calendar_is_shown_once_and_answers_without_signing_in()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var made = await browser.SendAsync(await browser.OpenAsync(Address), "value=\"agenda\"");

        Assert.Equal(Address, made.Address.PathAndQuery);
        Assert.Contains($"value=\"{host.PublicUrl}/calendriers/{SessionsStandIn.Secret}.ics\"", made.Html, StringComparison.Ordinal);
        Assert.Equal("no-store", made.Headers["Cache-Control"].Single());
        Assert.DoesNotContain(SessionsStandIn.Secret, (await browser.OpenAsync(Address)).Html, StringComparison.Ordinal);

        using var program = new HttpClient { BaseAddress = new(host.PublicUrl) };
        using var feed = await program.GetAsync($"/calendriers/{SessionsStandIn.Secret}.ics");
        Assert.Equal("text/calendar; charset=utf-8", feed.Content.Headers.ContentType?.ToString());
        Assert.Equal("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", await feed.Content.ReadAsStringAsync());
        using var unknown = await program.GetAsync("/calendriers/deviné.ics");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_secret_of_a_calendar_is_in_no_log_and_no_trace()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);

        await KnockAsync($"/calendriers/{SessionsStandIn.Secret}.ics", "HTTP/1.1 200");

        await Eventually(() => !traced.IsEmpty);
        Assert.DoesNotContain(traced, line => line.Contains(SessionsStandIn.Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logs.All, line => line.Contains(SessionsStandIn.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_goes_into_any_calendar()
    {
        var session = Service.Given(State.Open, DateTimeOffset.UtcNow.AddDays(20));
        using var browser = host.NewBrowser();

        var (file, _) = await browser.FetchAsync($"/formations/{session.Name}.ics");

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("attachment; filename=session.ics", file.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        file.Dispose();
    }

    [Theory]
    [InlineData("7k3f 9qxm 2dtp", "Il a été donné pour la formation « Accompagner sans faire à la place », 2 demi-journées, terminée le 3 mars 2026.")]
    [InlineData("AAAA-BBBB-CCCC", "Ce code n’est pas connu.")]
    public async Task A_code_is_checked_without_signing_in_however_it_was_copied(string code, string said)
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync($"/attestation?code={Uri.EscapeDataString(code)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_code_is_said_at_its_field()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/attestation?code=");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#code\">", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/attestation")).Status);
    }

    // Not by HttpClient, whose own traces would hold what it was told to fetch.
    private async Task KnockAsync(string address, string answer)
    {
        var site = new Uri(host.PublicUrl);
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(site.Host, site.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith(answer, await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static string Control(Enrolment enrolment, string field) => $"{field}-{enrolment.Name.Replace('/', '-')}";

    private static async Task Eventually(Func<bool> so)
    {
        for (var tries = 0; tries < 100 && !so(); tries++) await Task.Delay(50);
        Assert.True(so());
    }
}
