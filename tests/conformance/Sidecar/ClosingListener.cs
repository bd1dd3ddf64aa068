using System.Net;
using System.Net.Sockets;

namespace Reseau.Conformance.Sidecar;

/// <summary>A port that hangs up on every caller, as an application does while it dies; it counts them.</summary>
internal sealed class ClosingListener : IDisposable
{
    private readonly TcpListener _listener;
    private int _closed;

    public ClosingListener(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Closed => Volatile.Read(ref _closed);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _closed);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
