using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Kernel;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private const int PieceSize = 1 << 16;

    public override async Task ExportDirectory(
        Contract.ExportDirectoryRequest request, IServerStreamWriter<Contract.ExportDirectoryResponse> responseStream, ServerCallContext context)
    {
        var violations = new Violations();
        if (request.Format == Contract.DirectoryFormat.Unspecified || !Enum.IsDefined(request.Format))
            violations.Add("format", "REQUIRED", "The format is required.", "Choisissez le format du fichier.");
        violations.ThrowIfAny();

        // Written as fast as the caller reads.
        var pipe = new Pipe(new(pauseWriterThreshold: 4 * PieceSize, resumeWriterThreshold: PieceSize, useSynchronizationContext: false));
        var writing = WriteAsync(request.Format, pipe.Writer, context.CancellationToken);
        try
        {
            await SendAsync(pipe.Reader, responseStream, context.CancellationToken);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await writing;
        }
    }

    private async Task WriteAsync(Contract.DirectoryFormat format, PipeWriter output, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            await exporter.WriteAsync(format, output, cancellation);
        }
        catch (Exception thrown)
        {
            // The reader throws it again.
            failure = thrown;
        }

        await output.CompleteAsync(failure);
    }

    private static async Task SendAsync(PipeReader bytes, IServerStreamWriter<Contract.ExportDirectoryResponse> responses, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await bytes.ReadAtLeastAsync(PieceSize, cancellation);
            var rest = result.Buffer;
            while (rest.Length >= PieceSize || (result.IsCompleted && !rest.IsEmpty))
            {
                var piece = rest.Slice(0, Math.Min(rest.Length, PieceSize));
                await responses.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece.ToArray()) }, cancellation);
                rest = rest.Slice(piece.End);
            }

            bytes.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted) return;
        }
    }
}
