namespace Reseau.Partners.Rpc;

/// <summary>
/// When the index shows what it took. Showing costs more the more there is: an import that showed at each of its batches would have the same
/// services built into a larger part again and again. So showing rests nine times as long as it worked: not to be noticed after a
/// publication, seconds during an import. Once nothing more comes, all is shown.
/// </summary>
internal sealed class ShowPace(TimeProvider clock)
{
    private const int RestForWork = 9;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long _tookAt = clock.GetTimestamp();
    private long _shownAt = clock.GetTimestamp();
    private TimeSpan _rest;

    /// <summary>Whether it is time to show.</summary>
    public bool IsDue
    {
        get
        {
            lock (_gate) return clock.GetElapsedTime(_shownAt) >= _rest || clock.GetElapsedTime(_tookAt) >= Silence;
        }
    }

    /// <summary>Something was taken.</summary>
    public void Take()
    {
        lock (_gate) _tookAt = clock.GetTimestamp();
    }

    /// <summary>Shows, and remembers how long that took.</summary>
    public void Show(Action show)
    {
        var start = clock.GetTimestamp();
        show();
        lock (_gate)
        {
            _shownAt = clock.GetTimestamp();
            var rest = clock.GetElapsedTime(start, _shownAt) * RestForWork;
            _rest = rest < LongestRest ? rest : LongestRest;
        }
    }
}
