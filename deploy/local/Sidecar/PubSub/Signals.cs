using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Reseau.Sidecar.PubSub;

/// <summary>
/// Wakes the delivery loops of a topic. A signal that comes while its loop is busy is kept, one is enough: the loop reads the
/// table again, where the events are.
/// </summary>
internal sealed class Signals
{
    private readonly ConcurrentDictionary<(string App, string PubSub, string Topic), Channel<bool>> _signals = [];

    public ChannelReader<bool> Of(Subscription subscription) =>
        _signals.GetOrAdd((subscription.App, subscription.PubSub, subscription.Topic), static _ => NewSignal()).Reader;

    public void Raise(string pubSub, string topic)
    {
        foreach (var (key, signal) in _signals)
        {
            if (key.PubSub == pubSub && key.Topic == topic) signal.Writer.TryWrite(true);
        }
    }

    private static Channel<bool> NewSignal() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
