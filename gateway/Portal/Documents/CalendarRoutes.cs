using Microsoft.AspNetCore.Http.Features;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Pages;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>
/// Calendars for calendar programs. The address of a person's feed holds a secret, which is all a program has to show: it is kept out of logs,
/// which name routes, and out of traces, which would hold the address.
/// </summary>
public static class CalendarRoutes
{
    private const string Root = "/calendriers/";
    private const string Feed = Root + "{secret}.ics";
    private const string TracedPath = "url.path";

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet(Feed, FeedAsync).AllowAnonymous();
        app.MapGet("/formations/sessions/{id}.ics", SessionAsync).AllowAnonymous();
    }

    /// <summary>Where a calendar program reads the feed.</summary>
    public static string FeedOf(string secret) => $"{Root}{Uri.EscapeDataString(secret)}.ics";

    /// <summary>A session, to put in one's calendar.</summary>
    public static string SessionOf(string session) => SessionPage.AddressOf(session) + ".ics";

    private static Task<IResult> FeedAsync(HttpContext context, string secret, ServiceCalls calls)
    {
        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag(TracedPath, Feed);
        return SendAsync(new() { Secret = secret }, null, calls);
    }

    private static Task<IResult> SessionAsync(string id, ServiceCalls calls) => SendAsync(new() { Session = "sessions/" + id }, "session.ics", calls);

    private static async Task<IResult> SendAsync(ReadCalendarRequest request, string? file, ServiceCalls calls)
    {
        var answer = await calls.Sessions((sessions, options) => sessions.ReadCalendarAsync(request, options));
        if (!answer.Succeeded) return Results.StatusCode(answer.Problem.HttpStatus);
        var text = System.Text.Encoding.UTF8.GetBytes(answer.Value.Text);
        return Results.File(text, "text/calendar; charset=utf-8", file);
    }
}
