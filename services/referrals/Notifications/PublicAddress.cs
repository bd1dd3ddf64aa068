using System.Net;
using System.Net.Sockets;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// Where a professional may have something posted: https, to a host of the public Internet. Names are checked again when the
/// connection is made, on what they mean then: a name may be public when it is set and private when it is used.
/// </summary>
public static class PublicAddress
{
    // Everything that is not one network's with another: RFC 6890 and what translates to it.
    private static readonly IPNetwork[] Private =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/8", "64:ff9b::/32", "100::/8", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Whether a text is such an address.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="allowLoopback">Whether this machine may be meant, without TLS.</param>
    public static bool IsAllowed(string text, bool allowLoopback)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Host.Length == 0) return false;
        var isAddress = IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address);
        if (allowLoopback && url.Scheme is "http" or "https" && (url.IdnHost == "localhost" || (isAddress && IPAddress.IsLoopback(address!)))) return true;
        if (url.Scheme != Uri.UriSchemeHttps) return false;
        return isAddress ? IsPublic(address!) : url.IdnHost.Contains('.', StringComparison.Ordinal) && !url.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an address is one of the public Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Private, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    /// <summary>Connects to a host, to none but its allowed addresses.</summary>
    /// <exception cref="ChannelException">It has none.</exception>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowLoopback, CancellationToken cancellation)
    {
        var addresses = (await Dns.GetHostAddressesAsync(host.Host, cancellation)).Where(address => IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address))).ToArray();
        if (addresses.Length == 0) throw new ChannelException("ADDRESS_NOT_ALLOWED", isPermanent: true);
        Socket? socket = null;
        try
        {
            socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(addresses, host.Port, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
