using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Keeps what the gateway logs: an error nobody expected fails the test.</summary>
public sealed class ErrorWatch : ILoggerProvider
{
    public ConcurrentQueue<string> Errors { get; } = new();

    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Watcher(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Watcher(ErrorWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{category}: {formatter(state, exception)} {exception}";
            watch.All.Enqueue(line);
            if (logLevel >= LogLevel.Error) watch.Errors.Enqueue(line);
        }
    }
}
