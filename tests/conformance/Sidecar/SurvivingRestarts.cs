using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types;

namespace Reseau.Conformance.Sidecar;

/// <summary>The embedded sidecar only: what it owes its file. A real one leaves this to its broker and database.</summary>
public sealed class SurvivingRestarts : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EmbeddedSidecar _sidecar = new() { Delivery = new() { MaxAttempts = 1000, FirstDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(50) } };
    private CallbackApp _app = null!;
    private Inbox _inbox = null!;

    public async Task InitializeAsync()
    {
        _app = await CallbackApp.StartAsync();
        _inbox = _app.OpenInbox();
        await _sidecar.StartAsync(_app);
    }

    public async Task DisposeAsync()
    {
        await _sidecar.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Events_not_settled_when_it_stopped_are_delivered_after_it_starts_in_order()
    {
        _inbox.Answer = static _ => TopicEventResponseStatus.Retry;
        await PublishAsync(5);
        await _inbox.WaitAsync(Topics.Plain, 1, Patience);

        await _sidecar.StopAsync();
        var before = _inbox.Received.Count;
        _inbox.Answer = static _ => TopicEventResponseStatus.Success;
        await _sidecar.StartAsync(_app);

        await DrainedAsync();
        Assert.Equal(Enumerable.Range(0, 5).Select(_inbox.Id), _inbox.Received.Skip(before).Select(one => one.Id));
    }

    [Fact]
    public async Task Events_accepted_before_a_crash_are_delivered_after_it()
    {
        _inbox.Answer = static _ => TopicEventResponseStatus.Retry;
        await PublishAsync(5);

        await _sidecar.CrashAndStartAsync();
        Assert.Equal(5, _sidecar.Host.Pending(EmbeddedSidecar.AppId, Topics.Plain));
        _inbox.Answer = static _ => TopicEventResponseStatus.Success;
        var before = _inbox.Received.Count;
        _sidecar.Host.SetAppAddress(EmbeddedSidecar.AppId, _app.Address);

        await DrainedAsync();
        Assert.Equal(Enumerable.Range(0, 5).Select(_inbox.Id), _inbox.Received.Skip(before).Select(one => one.Id));
    }

    [Fact]
    public async Task Events_published_while_the_application_is_away_wait_for_it()
    {
        await _sidecar.StopAsync();
        await _sidecar.StartAsync();
        await PublishAsync(3);

        Assert.Equal(3, _sidecar.Host.Pending(EmbeddedSidecar.AppId, Topics.Plain));
        _sidecar.Host.SetAppAddress(EmbeddedSidecar.AppId, _app.Address);

        var received = await _inbox.WaitAsync(Topics.Plain, 3, Patience);
        Assert.Equal(Enumerable.Range(0, 3).Select(_inbox.Id), received.Select(one => one.Id));
    }

    [Fact]
    public async Task Offers_that_reach_nobody_do_not_count_against_an_event()
    {
        await using var impatient = new EmbeddedSidecar { Delivery = new() { MaxAttempts = 1 } };
        await impatient.StartAsync(_app);
        var address = new Uri(_app.Address);
        await _app.DisposeAsync();
        using var closing = new ClosingListener(address.Port);
        await PublishAsync(3, impatient);
        await Eventually.Get(() => closing.Closed, closed => closed >= 3, Patience);

        _app = await CallbackApp.StartAsync();
        _inbox = _app.OpenInbox(_inbox);
        impatient.Host.SetAppAddress(EmbeddedSidecar.AppId, _app.Address);

        Assert.Equal(3, (await _inbox.WaitAsync(Topics.Plain, 3, Patience)).Count);
        Assert.Empty(impatient.Host.DeadLetters());
    }

    [Fact]
    public async Task State_acknowledged_before_a_crash_is_there_after_it()
    {
        await _sidecar.For(EmbeddedSidecar.AppId).Client.SaveStateAsync(SidecarUnderTest.States, "kept", "yes");

        await _sidecar.CrashAndStartAsync();

        Assert.Equal("yes", await _sidecar.For(EmbeddedSidecar.AppId).Client.GetStateAsync<string>(SidecarUnderTest.States, "kept"));
    }

    private async Task PublishAsync(int count, EmbeddedSidecar? sidecar = null)
    {
        var dapr = (sidecar ?? _sidecar).For(EmbeddedSidecar.AppId).Client;
        for (var number = 0; number < count; number++)
        {
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["cloudevent.id"] = _inbox.Id(number) };
            await dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, number, metadata);
        }
    }

    private async Task DrainedAsync() => await Eventually.Get(() => _sidecar.Host.Pending(EmbeddedSidecar.AppId, Topics.Plain), pending => pending == 0, Patience);
}
