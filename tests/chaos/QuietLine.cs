using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reseau.Chaos;

/// <summary>
/// A TCP line that can fall silent, as when the machine behind it is paused: connections stay and are even taken, what is sent is swallowed,
/// and nobody hears that anything is wrong. Later it goes on with what waited.
/// </summary>
public sealed class QuietLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Task> _work = [];
    private readonly Uri _target;
    private volatile TaskCompletionSource _speaking = new();
    private long _passed;

    private QuietLine(string target)
    {
        _target = new(target);
        _speaking.SetResult();
        _listener.Start();
        _work.Add(AcceptAsync());
    }

    /// <summary>Where it begins.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>How many bytes it has carried, both ways.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>A line to an address.</summary>
    public static QuietLine To(string address) => new(address);

    /// <summary>Nothing passes any more.</summary>
    public void FallSilent() => _speaking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What waited passes, and all that comes.</summary>
    public void SpeakAgain() => _speaking.TrySetResult();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_work);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _work.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The end.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                await far.ConnectAsync(_target.Host, _target.Port, _ending.Token);
                // Whoever hangs up first ends both ways.
                await await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), near.GetStream()));
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
            {
                // One end hung up, or the line ends.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, _ending.Token) is > 0 and var read)
        {
            await _speaking.Task.WaitAsync(_ending.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), _ending.Token);
            Interlocked.Add(ref _passed, read);
        }
    }
}
