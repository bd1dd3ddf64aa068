using Reseau.Partners.Rpc;

namespace Reseau.Partners.Tests.Rpc;

public sealed class PacingTheIndex
{
    private readonly Ticking _time = new();
    private readonly ShowPace _pace;

    public PacingTheIndex() => _pace = new(_time);

    [Fact]
    public void What_shows_quickly_shows_at_once()
    {
        Assert.True(_pace.IsDue);
        Show(milliseconds: 1);

        _time.Pass(milliseconds: 9);
        _pace.Take();

        Assert.True(_pace.IsDue);
    }

    [Fact]
    public void After_long_work_it_rests_nine_times_as_long_while_more_comes()
    {
        Show(milliseconds: 500);

        for (var passed = 0; passed < 4_500; passed += 250)
        {
            _pace.Take();
            Assert.False(_pace.IsDue);
            _time.Pass(milliseconds: 250);
        }

        _pace.Take();
        Assert.True(_pace.IsDue);
    }

    [Fact]
    public void It_never_rests_longer_than_fifteen_seconds()
    {
        Show(milliseconds: 60_000);
        for (var second = 0; second < 30; second++)
        {
            _time.Pass(milliseconds: 500);
            _pace.Take();
        }

        Assert.True(_pace.IsDue);
    }

    [Fact]
    public void Once_nothing_more_comes_all_is_shown()
    {
        Show(milliseconds: 3_000);
        _pace.Take();
        Assert.False(_pace.IsDue);

        _time.Pass(milliseconds: 1_000);

        Assert.True(_pace.IsDue);
    }

    private void Show(int milliseconds) => _pace.Show(() => _time.Pass(milliseconds));

    /// <summary>Time that passes when told to.</summary>
    private sealed class Ticking : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(int milliseconds) => _ticks += milliseconds * TimeSpan.TicksPerMillisecond;
    }
}
