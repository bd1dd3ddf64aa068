using Reseau.Hosting.Policies;
using Reseau.Testing;

namespace Reseau.Conformance.Policies;

public sealed class RememberingWhatWasSigned
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    // For this long nobody asks again after a question without answer.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly HandClock _clock = new();
    private readonly List<TaskCompletionSource<(string Value, long Version)>> _questions = [];
    private readonly Remembered<string> _remembered;

    public RememberingWhatWasSigned() => _remembered = new(_ =>
    {
        _questions.Add(new());
        return _questions[^1].Task;
    }, _clock);

    [Fact]
    public async Task While_it_is_young_nobody_is_asked()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Fresh - Moment);

        Assert.Equal("a", await GetAsync());
        Assert.Single(_questions);
    }

    [Fact]
    public async Task When_it_ages_it_is_given_while_a_newer_one_is_fetched_beside()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Fresh);

        Assert.Equal(("a", "a"), (await GetAsync(), await GetAsync()));
        Assert.Equal(2, _questions.Count);
        Answer("b", 2);

        Assert.Equal("b", await Eventually.GetAsync(GetAsync, value => value != "a"));
        Assert.Equal(2, _questions.Count);
    }

    [Fact]
    public async Task After_a_second_everybody_waits_for_the_newer_one_and_one_question_is_enough()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Stale);

        var waiting = Enumerable.Range(0, 3).Select(_ => GetAsync()).ToList();

        Assert.All(waiting, get => Assert.False(get.IsCompleted));
        Answer("b", 2);
        Assert.Equal(["b", "b", "b"], await Task.WhenAll(waiting));
        Assert.Equal(2, _questions.Count);
    }

    [Fact]
    public async Task Who_goes_away_ends_the_waiting_of_nobody_else()
    {
        using var leaving = new CancellationTokenSource();
        var (gone, patient) = (_remembered.GetAsync(leaving.Token).AsTask(), GetAsync());

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Answer("a", 1);
        Assert.Equal("a", await patient);
    }

    [Fact]
    public async Task An_answer_is_as_old_as_its_question()
    {
        var first = GetAsync();
        _clock.Advance(Remembered<string>.Fresh);
        Answer("a", 1);
        await first;

        await GetAsync();

        Assert.Equal(2, _questions.Count);
    }

    [Fact]
    public async Task What_was_known_last_holds_while_the_state_is_silent_and_not_for_ever()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Grace - Silence - Moment);
        Assert.Equal("a", await SilentAsync());

        // Not everybody waits for what has just not answered.
        _clock.Advance(Silence - Moment);
        Assert.Equal("a", await GetAsync());
        Assert.Equal(2, _questions.Count);

        _clock.Advance(Moment);
        Assert.Equal("a", await SilentAsync());
        Assert.Equal(3, _questions.Count);

        _clock.Advance(Moment);
        await Assert.ThrowsAsync<IOException>(SilentAsync);
        Assert.Equal(4, _questions.Count);
    }

    [Fact]
    public async Task Nothing_stands_in_for_what_was_never_known()
    {
        await Assert.ThrowsAsync<IOException>(SilentAsync);
        await Assert.ThrowsAsync<IOException>(SilentAsync);

        await KnowAsync("a", 1);
        Assert.Equal(3, _questions.Count);
    }

    [Fact]
    public async Task A_state_that_answers_again_is_asked_as_often_as_before()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Stale);
        await SilentAsync();
        _clock.Advance(Silence);

        await KnowAsync("b", 2);
        _clock.Advance(Remembered<string>.Stale);
        await KnowAsync("c", 3);

        Assert.Equal("c", await GetAsync());
    }

    [Fact]
    public async Task What_is_announced_counts_at_once_and_nothing_older_replaces_it()
    {
        await KnowAsync("a", 1);
        _clock.Advance(Remembered<string>.Stale);
        var waiting = GetAsync();

        _remembered.Learn("c", 3);
        // The state lags behind, and so does a message that was on its way for long.
        Answer("b", 2);
        _remembered.Learn("b", 2);

        Assert.Equal(("c", "c"), (await waiting, await GetAsync()));
        Assert.Equal(2, _questions.Count);
        _clock.Advance(Remembered<string>.Stale);
        await KnowAsync("b", 2, seen: "c");
        _clock.Advance(Remembered<string>.Stale);
        await KnowAsync("d", 4);
    }

    [Fact]
    public async Task What_is_announced_while_the_state_is_silent_is_given_without_asking()
    {
        await Assert.ThrowsAsync<IOException>(SilentAsync);

        _remembered.Learn("a", 1);

        Assert.Equal("a", await GetAsync());
        Assert.Single(_questions);
    }

    private Task<string> GetAsync() => _remembered.GetAsync(CancellationToken.None).AsTask();

    // Asks, is answered, and sees that.
    private async Task KnowAsync(string value, long version, string? seen = null)
    {
        var get = GetAsync();
        Answer(value, version);
        Assert.Equal(seen ?? value, await get);
    }

    private void Answer(string value, long version) => _questions[^1].SetResult((value, version));

    private async Task<string> SilentAsync()
    {
        var get = GetAsync();
        _questions[^1].SetException(new IOException("The state does not answer."));
        return await get;
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
