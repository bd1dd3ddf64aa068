using System.Diagnostics;
using System.Globalization;
using Reseau.Hosting.Telemetry;

namespace Reseau.Chaos;

/// <summary>
/// Lives inside a service that a test has started, and ends it by SIGKILL where it was told to: on the very thread that passes the step, so
/// that nothing after it happens. It says where, because a process that ends for another reason proves nothing.
/// </summary>
internal sealed class Killer(Doom doom) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Mark = "killed: ";

    private readonly Lock _gate = new();
    private int _left = doom.Passing;
    private long _reached = doom.Reached;
    private long? _held;

    /// <summary>Where a process says it died; null when it said nothing.</summary>
    public static (string Step, long Position)? LastWords(string output)
    {
        var words = output.Split('\n').LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..].Split(' ');
        return words is null ? null : (words[0], long.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Steps.ListenerName) value.Subscribe(this);
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        var position = (long)value.Value!;
        lock (_gate)
        {
            if (value.Key == doom.Until)
            {
                _reached = Math.Max(_reached, position);
                if (_held <= _reached) Kill(_held.Value);
            }
            if (value.Key != doom.Step || --_left != 0) return;
            if (doom.Until.Length == 0 || position <= _reached) Kill(position);
            _held = position;
        }
        Thread.Sleep(Timeout.Infinite);
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
        // The process ends otherwise.
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
        // As above.
    }

    private void Kill(long position)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark}{doom.Step} {position}"));
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
