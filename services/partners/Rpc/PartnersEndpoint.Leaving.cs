using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

// Who is part of the network is said by who looks after it: an institution whose last agent has left says nothing any more.
internal sealed partial class PartnersEndpoint
{
    public override Task<Contract.Institution> ArchiveInstitution(Contract.ArchiveInstitutionRequest request, ServerCallContext context) =>
        MoveInstitutionAsync(context, request, (request.Name, request.Etag, request.RequestId), PartnerDecider.Leave);

    public override Task<Contract.Institution> RestoreInstitution(Contract.RestoreInstitutionRequest request, ServerCallContext context) =>
        MoveInstitutionAsync(context, request, (request.Name, request.Etag, request.RequestId), PartnerDecider.Restore);

    private async Task<Contract.Institution> MoveInstitutionAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Func<InstitutionRecord?, string, Decision<PartnerEvent>> decide)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(target.Name, Names.Institutions, "name", violations);
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();

        var result = await ChangeAsync<InstitutionRecord>(context, request, target.RequestId, name.ToString(), target.Etag, RecordFold.Institution,
            (_, current) => Task.FromResult(decide(current, Names.RawId(name))));
        return RecordMapper.ToMessage(await store.InstitutionAsync(result.Stream, result.Version, context.CancellationToken));
    }
}
