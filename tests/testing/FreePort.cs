using System.Net;
using System.Net.Sockets;

namespace Reseau.Testing;

/// <summary>Ports for what must know its address before it listens. Whatever can listen on port 0 should.</summary>
public static class FreePort
{
    /// <summary>A port of the loopback interface that nobody uses now.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>An address nobody listens on now.</summary>
    public static string Address() => $"http://127.0.0.1:{Take()}";
}
