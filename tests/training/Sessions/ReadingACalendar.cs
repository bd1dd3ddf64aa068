using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Rpc.Network;
using static Reseau.Training.Tests.Sessions.Room;

namespace Reseau.Training.Tests.Sessions;

public sealed class ReadingACalendar
{
    [Theory, OnEveryProvider]
    public async Task A_person_reads_their_trainings_by_a_secret_that_nobody_keeps(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (claire, paul, anyone) = (await room.Host.SessionsAsync(Claire), await room.Host.SessionsAsync(Paul), new SessionsService.SessionsServiceClient(room.Host.Channel));
        await RefusedAsync("NOT_ALLOWED", claire.CreateCalendarFeedAsync(new() { RequestId = NewId() }));
        await room.PersonAsync("ccas-rennes", Claire, "Morvan");
        var session = await room.OpenedAsync(1);
        await room.EnrolAsync(Claire, session, "professionals/me");

        var request = new CreateCalendarFeedRequest { RequestId = NewId() };
        var first = (await claire.CreateCalendarFeedAsync(request)).Secret;
        Assert.Equal(32, first.Length);
        var text = (await anyone.ReadCalendarAsync(new() { Secret = first })).Text;
        var lines = Unfolded(text);
        Assert.Equal(2, lines.Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal(2, lines.Count(line => line == "BEGIN:VALARM"));
        Assert.Contains("SUMMARY:Accompagner une démarche en ligne (1/2)", lines);
        Assert.Contains(@"LOCATION:Maison des associations\; salle 2\, Rennes", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains(lines, line => line.StartsWith("URL:https://visio.example.org/demarches", StringComparison.Ordinal));
        Assert.DoesNotContain("Morvan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rozé", text, StringComparison.Ordinal);
        Assert.Equal(0, await room.Host.ReadAsync(db => db.CalendarFeeds.CountAsync(feed => feed.SecretHash.Contains(first))));

        // A retry, and a new address: the one before says nothing any more, nor does a guess.
        var second = (await claire.CreateCalendarFeedAsync(request)).Secret;
        foreach (var wrong in (string[])[first, new('a', 32), "x", new('x', 5000)]) await RefusedAsync("NOT_ALLOWED", anyone.ReadCalendarAsync(new() { Secret = wrong }));

        var moved = room.ASession(1);
        (moved.Name, moved.Notes) = (session.Name, "Apporter son badge.");
        await paul.UpdateSessionAsync(new() { Session = moved, RequestId = NewId() });
        var revised = Unfolded((await anyone.ReadCalendarAsync(new() { Secret = second })).Text);
        Assert.Equal(Of(lines, "UID:"), Of(revised, "UID:"));
        Assert.True(Sequence(revised) > Sequence(lines));
        await paul.CancelSessionAsync(new() { Name = session.Name, Reason = "Grève.", RequestId = NewId() });
        var struck = Unfolded((await anyone.ReadCalendarAsync(new() { Secret = second })).Text);
        Assert.Contains("STATUS:CANCELLED", struck);
        Assert.True(Sequence(struck) > Sequence(revised));
        Assert.DoesNotContain("BEGIN:VALARM", struck);
    }

    [Fact]
    public async Task The_calendar_of_a_session_is_everybodys_once_it_was_open_and_keeps_its_link_to_itself()
    {
        await using var room = await Room.OpenAsync();
        var (paul, anyone) = (await room.Host.SessionsAsync(Paul), new SessionsService.SessionsServiceClient(room.Host.Channel));
        var draft = await paul.CreateSessionAsync(new() { Session = room.ASession(2), RequestId = NewId() });
        await RefusedAsync("NOT_ALLOWED", anyone.ReadCalendarAsync(new() { Session = draft.Name }));
        await RefusedAsync("NOT_ALLOWED", anyone.ReadCalendarAsync(new() { Session = "sessions/none" }));
        await RefusedAsync("INVALID_REQUEST", anyone.ReadCalendarAsync(new()));
        await RefusedAsync("INVALID_REQUEST", anyone.ReadCalendarAsync(new() { Session = draft.Name, Secret = "x" }));

        await paul.OpenSessionAsync(new() { Name = draft.Name, RequestId = NewId() });
        var text = (await anyone.ReadCalendarAsync(new() { Session = draft.Name })).Text;

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("visio.example.org", text, StringComparison.Ordinal);
        // RFC 5545, 3.1: lines end by CRLF, and are 75 octets long at most.
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.Equal(text, (await anyone.ReadCalendarAsync(new() { Session = draft.Name })).Text);
    }

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static IEnumerable<string> Of(string[] lines, string name) => lines.Where(line => line.StartsWith(name, StringComparison.Ordinal));

    private static int Sequence(string[] lines) => Of(lines, "SEQUENCE:").Select(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)).First();
}
