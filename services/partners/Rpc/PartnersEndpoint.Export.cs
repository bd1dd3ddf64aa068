using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    public override async Task ExportDirectory(
        Contract.ExportDirectoryRequest request, IServerStreamWriter<Contract.ExportDirectoryResponse> responseStream, ServerCallContext context)
    {
        var violations = new Violations();
        if (request.Format == Contract.DirectoryFormat.Unspecified || !Enum.IsDefined(request.Format))
            violations.Add("format", "REQUIRED", "The format is required.", "Choisissez le format du fichier.");
        violations.ThrowIfAny();

        await PipedFile.SendAsync(
            (output, cancellation) => exporter.WriteAsync(request.Format, output, cancellation),
            piece => responseStream.WriteAsync(new() { Content = piece }, context.CancellationToken), context.CancellationToken);
    }
}
