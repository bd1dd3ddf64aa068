using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Reseau.Referrals.Tests.Notifications;

/// <summary>A small web server that keeps what is posted to it, and answers what it is told to.</summary>
public sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            Received.Enqueue((context.Request.Path + context.Request.QueryString, headers, await reader.ReadToEndAsync()));
            context.Response.StatusCode = Answer;
            if (Answer is >= 300 and < 400) context.Response.Headers.Location = "/elsewhere";
        });
    }

    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    public ConcurrentQueue<(string Path, Dictionary<string, string> Headers, string Body)> Received { get; } = new();

    public string Url => $"{_app.Urls.Single()}/recevoir";

    public static async Task<HttpReceiver> StartedAsync()
    {
        var receiver = new HttpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
