using System.Diagnostics;
using System.Security.Cryptography;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Imports;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Taking a file of professionals in.</summary>
internal sealed partial class ProfessionalsEndpoint
{
    public override async Task<Contract.ImportProfessionalsResponse> ImportProfessionals(IAsyncStreamReader<Contract.ImportProfessionalsRequest> requestStream, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        // Without a header there is no request id, and that is what is said.
        var header = (await requestStream.MoveNext(cancellation) ? requestStream.Current.Header : null) ?? new();
        var violations = new Violations();
        Commands.RequireRequestId(header.RequestId, violations);
        violations.ThrowIfAny();
        if (!ProfessionalReach.Manages(caller, caller.Institution)) throw Caller.NotAllowed();

        var bytes = await CollectAsync(requestStream, cancellation);
        var job = new ImportJob(caller.Institution, caller.Subject, header.RequestId, header.DryRun, Activity.Current?.TraceId.ToString() ?? "", SHA256.HashData(bytes));
        return await importer.RunAsync(job, ProfessionalsFile.Read(bytes), cancellation);
    }

    private static async Task<byte[]> CollectAsync(IAsyncStreamReader<Contract.ImportProfessionalsRequest> requests, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        while (await requests.MoveNext(cancellation))
        {
            var chunk = requests.Current.Chunk;
            if (file.Length + chunk.Length > ProfessionalsFile.LargestFile) throw new RefusedException(new("FILE_TOO_LARGE", "The file has more than 10 MB."));
            chunk.WriteTo(file);
        }
        return file.ToArray();
    }
}
