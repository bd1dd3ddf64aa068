using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Sidecar.Hosting;

namespace Reseau.Sidecar.PubSub;

/// <summary>The sessions with the applications. An application that says where it is, or that it moved, gets a new one.</summary>
internal sealed partial class Deliveries(
    SidecarApps apps,
    Components components,
    Subscriptions subscriptions,
    MessageQueue queue,
    Signals signals,
    SidecarOptions options,
    ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (CancellationTokenSource Stopping, Task Running)> _sessions = new(StringComparer.Ordinal);
    private readonly ILogger _logger = loggers.CreateLogger<Deliveries>();
    private bool _started;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _started = true;
            foreach (var app in apps.All) Open(app);
        }

        return Task.CompletedTask;
    }

    public void Move(string appId, string address)
    {
        lock (_gate)
        {
            var app = apps.Get(appId);
            app.Address = address;
            app.Subscriptions = null;
            if (_started) Open(app);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<(CancellationTokenSource Stopping, Task Running)> open;
        lock (_gate)
        {
            _started = false;
            open = [.. _sessions.Values];
            _sessions.Clear();
        }

        foreach (var session in open) await session.Stopping.CancelAsync();
        await Task.WhenAll(open.Select(session => session.Running));
        foreach (var session in open) session.Stopping.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private void Open(SidecarApp app)
    {
        if (app.Address is not { } address) return;
        var previous = _sessions.GetValueOrDefault(app.AppId);
        var stopping = new CancellationTokenSource();
        _sessions[app.AppId] = (stopping, Task.Run(() => RunAsync(app, address, previous, stopping.Token)));
    }

    private async Task RunAsync(SidecarApp app, string address, (CancellationTokenSource Stopping, Task Running) previous, CancellationToken stopping)
    {
        // Two sessions of one application would offer it the same event twice at once, and out of order.
        if (previous is { Stopping: { } ending, Running: { } ended })
        {
            await ending.CancelAsync();
            await ended;
            ending.Dispose();
        }

        try
        {
            await new AppSession(app, components, subscriptions, queue, signals, options, loggers).RunAsync(address, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            LogFailed(exception, app.AppId);
        }
    }

    [LoggerMessage(9030, LogLevel.Error, "{App} receives no more events: its session failed.")]
    private partial void LogFailed(Exception exception, string app);
}
