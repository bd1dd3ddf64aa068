using Dapr.Client;
using Grpc.Core;
using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types;

namespace Reseau.Conformance.Sidecar;

/// <summary>What becomes of an event, by what the application answers.</summary>
[Collection(SidecarSuite.Name)]
public sealed class SettlingEvents(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly Inbox _inbox = fixture.App.OpenInbox();
    private readonly TimeSpan _patience = fixture.Sidecar.Patience;

    [Fact]
    public async Task A_refused_event_comes_again_until_it_is_handled_before_the_next_one()
    {
        _inbox.Answer = received => IsRefusal(received, 0, until: 3) ? TopicEventResponseStatus.Retry : TopicEventResponseStatus.Success;
        await PublishAsync(Topics.Retried, 0, 1);

        var received = await _inbox.WaitAsync(Topics.Retried, 4, _patience);
        Assert.Equal([_inbox.Id(0), _inbox.Id(0), _inbox.Id(0), _inbox.Id(1)], received.Select(one => one.Id));
    }

    [Fact]
    public async Task An_error_is_a_refusal()
    {
        _inbox.Answer = received => IsRefusal(received, 0, until: 2)
            ? throw new RpcException(new Status(StatusCode.Internal, "broken for a moment"))
            : TopicEventResponseStatus.Success;
        await PublishAsync(Topics.Retried, 0, 1);

        var received = await _inbox.WaitAsync(Topics.Retried, 3, _patience);
        Assert.Equal([_inbox.Id(0), _inbox.Id(0), _inbox.Id(1)], received.Select(one => one.Id));
    }

    [Fact]
    public async Task A_dropped_event_does_not_come_again()
    {
        _inbox.Answer = received => received.Id == _inbox.Id(0) ? TopicEventResponseStatus.Drop : TopicEventResponseStatus.Success;
        await PublishAsync(Topics.Dropped, 0, 1);

        var received = await _inbox.WaitAsync(Topics.Dropped, 2, _patience);
        Assert.Equal([_inbox.Id(0), _inbox.Id(1)], received.Select(one => one.Id));
    }

    [Fact]
    public async Task An_event_without_a_handler_is_given_up()
    {
        _inbox.Answer = received => received.Id == _inbox.Id(0)
            ? throw new RpcException(new Status(StatusCode.Unimplemented, "no such handler"))
            : TopicEventResponseStatus.Success;
        await PublishAsync(Topics.Unimplemented, 0, 1);

        var received = await _inbox.WaitAsync(Topics.Unimplemented, 2, _patience);
        Assert.Equal([_inbox.Id(0), _inbox.Id(1)], received.Select(one => one.Id));
    }

    [Fact]
    public async Task An_event_always_refused_becomes_a_dead_letter_and_holds_nobody_back_for_ever()
    {
        _inbox.Answer = received => received.Topic == Topics.Poisoned && received.Id == _inbox.Id(0)
            ? TopicEventResponseStatus.Retry
            : TopicEventResponseStatus.Success;
        await PublishAsync(Topics.Poisoned, 0, 1);

        var dead = Assert.Single(await _inbox.WaitAsync(Topics.PoisonedDead, 1, _patience));
        Assert.Equal(_inbox.Id(0), dead.Id);
        Assert.Equal("event 0", dead.Text);
        Assert.Equal(Topics.Poisoned, dead.Event.Extensions.Fields["topic"].StringValue);

        await Eventually.Get(() => _inbox.On(Topics.Poisoned), received => received.Any(one => one.Id == _inbox.Id(1)), _patience);
        Assert.InRange(_inbox.On(Topics.Poisoned).Count(one => one.Id == _inbox.Id(0)), 2, 50);
    }

    [Fact]
    public async Task A_refused_event_does_not_hold_other_topics_back()
    {
        using var handled = new ManualResetEventSlim();
        _inbox.Answer = received =>
        {
            if (received.Topic == Topics.Plain) handled.Set();
            return received.Topic == Topics.Retried && !handled.IsSet ? TopicEventResponseStatus.Retry : TopicEventResponseStatus.Success;
        };
        await PublishAsync(Topics.Retried, 0);
        await _inbox.WaitAsync(Topics.Retried, 1, _patience);
        await PublishAsync(Topics.Plain, 1);

        await _inbox.WaitAsync(Topics.Plain, 1, _patience);
        await _inbox.WaitAsync(Topics.Retried, 2, _patience);
    }

    private bool IsRefusal(Received received, int number, int until) =>
        received.Id == _inbox.Id(number) && _inbox.Received.Count(one => one.Id == received.Id) < until;

    private async Task PublishAsync(string topic, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["cloudevent.id"] = _inbox.Id(number) };
            await _dapr.PublishByteEventAsync(SidecarUnderTest.Events, topic, System.Text.Encoding.UTF8.GetBytes($"event {number}"), "text/plain", metadata);
        }
    }
}
