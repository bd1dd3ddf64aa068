using System.Net;
using System.Net.Sockets;

namespace Reseau.Journeys.Local;

/// <summary>Ports below the range that Linux gives to whoever asks for any: nobody takes them while a killed process is away.</summary>
internal static class QuietPort
{
    /// <summary>One that nobody uses now.</summary>
    public static int Take()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 30_000));
            try
            {
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // In use: another one.
            }
        }
    }
}
