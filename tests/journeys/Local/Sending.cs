using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Journeys.Local;

/// <summary>Sends files to the directory, in pieces, as an information system does.</summary>
public static class Sending
{
    private const int Piece = 64 << 10;

    /// <summary>Sends a file for an institution.</summary>
    public static async Task<Import> SendFileAsync(this Party sender, DirectoryFormat format, string institution, string file, bool dryRun = false)
    {
        using var call = sender.Partners.ImportDirectory();
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { Name = $"imports/{Guid.NewGuid()}", Format = format, Institution = institution, DryRun = dryRun } });
            foreach (var piece in Encoding.UTF8.GetBytes(file).Chunk(Piece)) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(piece) });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // Refused before the end of the file: the answer says why.
        }
        return await call;
    }
}
