using Dapr;
using Dapr.Client;
using Grpc.Core;
using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types;

namespace Reseau.Conformance.Sidecar;

/// <summary>The embedded sidecar only: several applications in one process, and its own choices where Dapr leaves one.</summary>
public sealed class ServingSeveralApplications : IAsyncLifetime
{
    private const string Other = "other";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EmbeddedSidecar _sidecar = new() { OtherApps = [Other] };
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
    public async Task Each_application_gets_its_own_copy_of_an_event()
    {
        await using var otherApp = await CallbackApp.StartAsync();
        var otherInbox = otherApp.OpenInbox(_inbox);
        _sidecar.Host.SetAppAddress(Other, otherApp.Address);
        await _sidecar.Subscribed(Other);

        await PublishAsync(Other, Topics.Plain);

        Assert.Equal(Other, Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, Patience)).Event.Source);
        Assert.Single(await otherInbox.WaitAsync(Topics.Plain, 1, Patience));
    }

    [Fact]
    public async Task A_store_without_prefix_is_shared_and_one_with_the_application_s_is_not()
    {
        var (mine, theirs) = (_sidecar.For(EmbeddedSidecar.AppId).Client, _sidecar.For(Other).Client);
        await mine.SaveStateAsync(SidecarUnderTest.States, "key", "shared");
        await mine.SaveStateAsync("own", "key", "mine");

        Assert.Equal("shared", await theirs.GetStateAsync<string?>(SidecarUnderTest.States, "key"));
        Assert.Null(await theirs.GetStateAsync<string?>("own", "key"));
        Assert.Equal("key", Assert.Single(await mine.GetBulkStateAsync("own", ["key"], parallelism: null)).Key);
    }

    [Fact]
    public async Task Locks_are_an_application_s_own()
    {
        Assert.True((await _sidecar.For(EmbeddedSidecar.AppId).Client.Lock(SidecarUnderTest.Locks, "timer", "one", 60)).Success);
        Assert.True((await _sidecar.For(Other).Client.Lock(SidecarUnderTest.Locks, "timer", "two", 60)).Success);
    }

    [Fact]
    public async Task First_write_answers_no_to_the_second()
    {
        var dapr = _sidecar.For(EmbeddedSidecar.AppId).Client;
        var options = new StateOptions { Concurrency = ConcurrencyMode.FirstWrite };

        Assert.True(await dapr.TrySaveStateAsync(SidecarUnderTest.States, "once", 1, etag: "", options));
        Assert.False(await dapr.TrySaveStateAsync(SidecarUnderTest.States, "once", 2, etag: "", options));
    }

    [Fact]
    public async Task A_dead_letter_nobody_receives_is_kept_and_can_be_replayed()
    {
        _inbox.Answer = static _ => TopicEventResponseStatus.Retry;
        await PublishAsync(Other, Topics.Plain);

        var letter = Assert.Single(await Eventually.Get(_sidecar.Host.DeadLetters, letters => letters.Count > 0, Patience));
        Assert.Equal((EmbeddedSidecar.AppId, Topics.Plain, _inbox.Id(0), 3), (letter.AppId, letter.Topic, letter.EventId, letter.Attempts));
        Assert.Equal(3, _inbox.Received.Count);

        _inbox.Answer = static _ => TopicEventResponseStatus.Success;
        Assert.Equal(1, await _sidecar.Host.ReplayDeadLettersAsync(EmbeddedSidecar.AppId, SidecarUnderTest.Events, Topics.Plain));
        await _inbox.WaitAsync(Topics.Plain, 4, Patience);
        Assert.Empty(_sidecar.Host.DeadLetters());
        await Eventually.Get(_sidecar.Host.QueueDepths, depths => depths.Count == 0, Patience);
    }

    [Fact]
    public async Task An_event_past_its_time_is_offered_no_more_and_is_no_dead_letter()
    {
        await using var patient = new EmbeddedSidecar { Delivery = new() { MaxAttempts = 100_000, FirstDelay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(10) } };
        await patient.StartAsync(_app);
        _inbox.Answer = static _ => TopicEventResponseStatus.Retry;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["cloudevent.id"] = _inbox.Id(0), ["ttlInSeconds"] = "1" };
        await patient.For(EmbeddedSidecar.AppId).Client.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, "data", metadata);

        await _inbox.WaitAsync(Topics.Plain, 2, Patience);
        await Eventually.Get(patient.Host.QueueDepths, depths => depths.Count == 0, Patience);
        Assert.Empty(patient.Host.DeadLetters());
    }

    [Fact]
    public async Task Writers_that_share_a_commit_do_not_share_a_refusal()
    {
        var dapr = _sidecar.For(EmbeddedSidecar.AppId).Client;
        await dapr.SaveStateAsync(SidecarUnderTest.States, "guarded", "before");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(writer => writer % 2 == 0
            ? dapr.TrySaveStateAsync(SidecarUnderTest.States, $"free-{writer}", writer, etag: "")
            : dapr.TrySaveStateAsync(SidecarUnderTest.States, "guarded", "after", etag: Guid.NewGuid().ToString())));

        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 2 == 0, answer.Item));
        var free = await dapr.GetBulkStateAsync<int?>(SidecarUnderTest.States, [.. Enumerable.Range(0, 100).Select(half => $"free-{half * 2}")], parallelism: null);
        Assert.All(free, item => Assert.NotNull(item.Value));
        Assert.Equal("before", await dapr.GetStateAsync<string>(SidecarUnderTest.States, "guarded"));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{ "id": "1", "data_base64": "***" }""")]
    [InlineData("""{ "id": "\ud800" }""")]
    public async Task An_envelope_nobody_could_open_is_refused(string envelope)
    {
        var dapr = _sidecar.For(EmbeddedSidecar.AppId).Client;
        var bytes = System.Text.Encoding.UTF8.GetBytes(envelope);

        var refused = await Assert.ThrowsAsync<DaprException>(() =>
            dapr.PublishByteEventAsync(SidecarUnderTest.Events, Topics.Plain, bytes, "application/cloudevents+json"));

        Assert.Equal(StatusCode.InvalidArgument, Assert.IsType<RpcException>(refused.InnerException).StatusCode);
    }

    [Fact]
    public async Task It_is_not_healthy_before_the_application_told_its_topics()
    {
        Assert.True(await _sidecar.For(EmbeddedSidecar.AppId).Client.CheckHealthAsync());

        _sidecar.Host.SetAppAddress(Other, "http://127.0.0.1:9");

        Assert.False(await _sidecar.For(Other).Client.CheckHealthAsync());
        Assert.True(await _sidecar.For(Other).Client.CheckOutboundHealthAsync());
    }

    private async Task PublishAsync(string from, string topic)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["cloudevent.id"] = _inbox.Id(0) };
        await _sidecar.For(from).Client.PublishEventAsync(SidecarUnderTest.Events, topic, "data", metadata);
    }
}
