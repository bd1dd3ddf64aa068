using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Data;
using Reseau.Partners.V1;

namespace Reseau.Benchmarks.Running;

/// <summary>Sends a file to the directory as an information system does, and waits until the last line is kept.</summary>
internal static class FileImport
{
    public static async Task<(Import Import, long Bytes, TimeSpan Elapsed)> SendAsync(Uri address, string token, string institution, IEnumerable<MadeService> services, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var start = Stopwatch.GetTimestamp();
        using var call = new PartnersService.PartnersServiceClient(channel).ImportDirectory(new Metadata { { "Authorization", $"Bearer {token}" } }, cancellationToken: cancellation);
        await call.RequestStream.WriteAsync(new()
        {
            Header = new() { Name = $"imports/{Guid.NewGuid()}", Format = DirectoryFormat.DataInclusionNdjson, Institution = $"institutions/{institution}" },
        }, cancellation);
        var bytes = 0L;
        foreach (var piece in NationalFile.Pieces(services))
        {
            await call.RequestStream.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellation);
            bytes += piece.Length;
        }

        await call.RequestStream.CompleteAsync();
        return (await call.ResponseAsync, bytes, Stopwatch.GetElapsedTime(start));
    }
}
