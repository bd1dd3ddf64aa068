namespace Reseau.Hosting.Log;

/// <summary>Wakes those who wait for the log to grow. A wake-up is a hint: they read the log, which is the truth.</summary>
public sealed class LogSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next append. Take it before reading, so that nothing slips in between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>The log has grown.</summary>
    public void Pulse() =>
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
