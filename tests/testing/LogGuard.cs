using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reseau.Testing;

/// <summary>Keeps what a host logs: an error nobody expected fails the test.</summary>
public sealed class LogGuard : ILoggerProvider
{
    private readonly ConcurrentQueue<(int EventId, string Line)> _errors = new();
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Everything from Information up, as it would be written.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Ends the test when an error was logged that is not one of <paramref name="expected"/>.</summary>
    public void AssertNoErrors(params int[] expected)
    {
        var unexpected = _errors.Where(error => !expected.Contains(error.EventId)).Select(error => error.Line).ToList();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held; what was heard stays readable after the host is gone.
    }

    private sealed class Listener(LogGuard guard, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}";
            guard._lines.Enqueue(line);
            if (logLevel >= LogLevel.Error) guard._errors.Enqueue((eventId.Id, line));
        }
    }
}
