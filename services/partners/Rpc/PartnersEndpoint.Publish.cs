using Grpc.Core;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    public override async Task<Contract.Institution> RegisterInstitution(Contract.RegisterInstitutionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var asked = request.Institution ?? new();
        var wanted = RecordReader.Institution(asked, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        DemandOwner(context, wanted.Id);

        var result = await PublishAsync<Institution>(context, request, request.RequestId, asked.Name, asked.Etag,
            (_, current) => Task.FromResult(PartnerDecider.Register(current?.Content, wanted)));
        return RecordMapper.ToMessage(await store.InstitutionAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override async Task<Contract.Structure> PublishStructure(Contract.PublishStructureRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var asked = request.Structure ?? new();
        var wanted = RecordReader.Structure(asked, france, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        DemandOwner(context, wanted.InstitutionId);

        var result = await PublishAsync<Structure>(context, request, request.RequestId, asked.Name, asked.Etag,
            async (unit, current) =>
            {
                // A place does not change hands by a new publication of somebody else.
                if (current is not null) DemandOwner(context, current.Content.InstitutionId);
                var institution = await unit.ReadAsync(asked.Institution, context.CancellationToken);
                return PartnerDecider.Publish(current?.Content, wanted, institution.Count > 0);
            });
        return RecordMapper.ToMessage(await store.StructureAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override async Task<Contract.Service> PublishService(Contract.PublishServiceRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var asked = request.Service ?? new();
        var wanted = RecordReader.Service(asked, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var result = await PublishAsync<Service>(context, request, request.RequestId, asked.Name, asked.Etag,
            async (unit, current) =>
            {
                var place = DirectoryStore.Fold<Structure>(await unit.ReadAsync(asked.Structure, context.CancellationToken));
                if (place is not null) DemandOwner(context, place.Content.InstitutionId);
                if (current is not null) DemandOwner(context, current.Content.InstitutionId);
                return PartnerDecider.Publish(current is null ? null : new(current.Content, current.Archived),
                    wanted with { InstitutionId = place?.Content.InstitutionId ?? "" }, place?.Content);
            });
        return RecordMapper.ToMessage(await store.ServiceAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override async Task<Contract.Service> ArchiveService(Contract.ArchiveServiceRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Names.Services, "name", violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var result = await PublishAsync<Service>(context, request, request.RequestId, name.ToString(), request.Etag, (_, current) =>
        {
            if (current is not null) DemandOwner(context, current.Content.InstitutionId);
            return Task.FromResult(PartnerDecider.Archive(current is null ? null : new(current.Content, current.Archived), Names.RawId(name)));
        });
        return RecordMapper.ToMessage(await store.ServiceAsync(result.Stream, result.Version, context.CancellationToken));
    }
}
