namespace Reseau.Referrals.Notifications;

/// <summary>Wakes who delivers when something new was noted here. A hint: what another replica notes is found by looking.</summary>
public sealed class DueSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next note. Take it before looking.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Something was noted.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
