using System.Collections.Concurrent;
using Dapr.AppCallback.Autogen.Grpc.v1;
using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types;

namespace Reseau.Conformance.Sidecar;

/// <summary>What the application received of one test, and what it answers to it: SUCCESS unless told otherwise.</summary>
public sealed class Inbox
{
    private readonly ConcurrentQueue<Received> _received = [];

    /// <summary>Starts the ids of this test's events.</summary>
    public string Prefix { get; init; } = Guid.NewGuid().ToString("N");

    public Func<Received, TopicEventResponseStatus> Answer { get; set; } = static _ => TopicEventResponseStatus.Success;

    public IReadOnlyList<Received> Received => [.. _received];

    public string Id(int number) => $"{Prefix}/{number}";

    public IReadOnlyList<Received> On(string topic) => [.. _received.Where(one => one.Topic == topic)];

    public Task<IReadOnlyList<Received>> WaitAsync(string topic, int count, TimeSpan patience) =>
        Eventually.Get(() => On(topic), received => received.Count >= count, patience);

    internal TopicEventResponse Deliver(Received received)
    {
        _received.Enqueue(received);
        return new TopicEventResponse { Status = Answer(received) };
    }
}

/// <summary>The inboxes by prefix. Events of another run, that a broker kept, are taken and forgotten.</summary>
public sealed class Inboxes
{
    private readonly ConcurrentDictionary<string, Inbox> _open = new(StringComparer.Ordinal);

    /// <summary>Opens an inbox of its own, or one for the same events as another application's.</summary>
    public Inbox Open(Inbox? like = null)
    {
        var inbox = like is null ? new Inbox() : new Inbox { Prefix = like.Prefix };
        _open[inbox.Prefix] = inbox;
        return inbox;
    }

    public TopicEventResponse Deliver(Received received) =>
        _open.TryGetValue(received.Id.Split('/')[0], out var inbox) ? inbox.Deliver(received) : new TopicEventResponse();
}
