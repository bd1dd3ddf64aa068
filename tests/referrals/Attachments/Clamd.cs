using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reseau.Referrals.Tests.Attachments;

/// <summary>
/// An antivirus on a free port: the INSTREAM command of clamd, with one signature, <see cref="Signature"/>. A real one that has this
/// signature serves as well: <c>RESEAU_CLAMD=127.0.0.1:3310</c>.
/// </summary>
internal sealed class Clamd : IAsyncDisposable
{
    public const string Signature = "RESEAU-TEST-SIGNATURE";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public Clamd()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public static string? Real => Environment.GetEnvironmentVariable("RESEAU_CLAMD");

    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Antivirus:Host"] = Real?.Split(':')[0] ?? "127.0.0.1",
        ["Antivirus:Port"] = Real?.Split(':')[1] ?? ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
        ["Antivirus:Timeout"] = "00:00:20",
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(caller.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            if (Encoding.ASCII.GetString(command) != "zINSTREAM\0") return;
            using var content = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var piece = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
                if (piece.Length == 0) break;
                await stream.ReadExactlyAsync(piece);
                content.Write(piece);
            }
            var found = Encoding.Latin1.GetString(content.ToArray()).Contains(Signature, StringComparison.Ordinal);
            await stream.WriteAsync(found ? "stream: Test.Marker.UNOFFICIAL FOUND\0"u8.ToArray() : "stream: OK\0"u8.ToArray());
        }
        catch (IOException)
        {
            // The caller left before the end: an upload that was refused.
        }
    }
}
