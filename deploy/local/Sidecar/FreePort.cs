using System.Net;
using System.Net.Sockets;

namespace Reseau.Sidecar;

/// <summary>
/// Ports for what must know its address before it listens. Whatever can listen on port 0 should. They lie below those that the system gives to
/// connections that leave, each process begins elsewhere, and none is given twice: between being taken and being listened on, nobody else gets it.
/// </summary>
public static class FreePort
{
    private const int First = 12_000;
    private const int Count = 18_000;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port of the loopback interface that nobody uses now.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }

    /// <summary>An address nobody listens on now.</summary>
    public static string Address() => $"http://127.0.0.1:{Take()}";
}
