namespace Reseau.Testing;

/// <summary>A clock that moves when told to, with the timers that wait for it.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _set = [];
    private DateTimeOffset _now = start;

    /// <summary>Starts at the machine's time, so that tokens of the identity provider hold.</summary>
    public TestClock()
        : this(System.GetUtcNow())
    {
    }

    /// <summary>How many timers wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _set.Count;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    /// <summary>Moves on and rings what is due.</summary>
    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (_gate)
        {
            _now += by;
            due = _set.FindAll(alarm => alarm.Due <= _now);
            foreach (var alarm in due)
            {
                if (alarm.Period > TimeSpan.Zero) alarm.Due = _now + alarm.Period;
                else _set.Remove(alarm);
            }
        }
        foreach (var alarm in due) alarm.Ring();
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Set(Alarm alarm, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _set.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            (alarm.Due, alarm.Period) = (_now + dueTime, period);
            if (dueTime > TimeSpan.Zero)
            {
                _set.Add(alarm);
                return;
            }
        }
        alarm.Ring();
    }

    private sealed class Alarm(TestClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
