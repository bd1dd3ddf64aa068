using System.Net;
using System.Net.Sockets;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A port that is free now, for parts that must know their address before they listen.</summary>
public static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
