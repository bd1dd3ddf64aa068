using Google.Protobuf;
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

        var result = await ChangeAsync<InstitutionRecord>(context, request, request.RequestId, asked.Name, asked.Etag, RecordFold.Institution,
            (_, current) => Task.FromResult(PartnerDecider.Register(current, wanted)));
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

        var result = await ChangeAsync<StructureRecord>(context, request, request.RequestId, asked.Name, asked.Etag, RecordFold.Structure,
            async (unit, current) =>
            {
                // A place does not change hands by a new publication of somebody else.
                if (current is not null) DemandOwner(context, current.Content.InstitutionId);
                var institution = await unit.ReadAsync(asked.Institution, context.CancellationToken);
                await DemandPresentAsync(unit, [current?.Content.InstitutionId ?? wanted.InstitutionId, wanted.InstitutionId], context.CancellationToken);
                return PartnerDecider.Publish(current?.Content, wanted, institution.Count > 0);
            });
        return RecordMapper.ToMessage(await store.StructureAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override Task<Contract.Service> PublishService(Contract.PublishServiceRequest request, ServerCallContext context) =>
        WriteServiceAsync(context, request, request.Service ?? new(), request.RequestId, PartnerDecider.Publish);

    public override Task<Contract.Service> SaveServiceDraft(Contract.SaveServiceDraftRequest request, ServerCallContext context) =>
        WriteServiceAsync(context, request, request.Service ?? new(), request.RequestId, PartnerDecider.Draft);

    public override Task<Contract.Service> ArchiveService(Contract.ArchiveServiceRequest request, ServerCallContext context) =>
        MoveServiceAsync(context, request, (request.Name, request.Etag, request.RequestId), new(), PartnerDecider.Archive);

    public override Task<Contract.Service> ConfirmService(Contract.ConfirmServiceRequest request, ServerCallContext context) =>
        MoveServiceAsync(context, request, (request.Name, request.Etag, request.RequestId), new(), (current, id) => PartnerDecider.Confirm(current, id, Today));

    public override Task<Contract.Service> SetCapacity(Contract.SetCapacityRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var wanted = RecordReader.Capacity(request.Capacity ?? new(), violations);
        return MoveServiceAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, (current, id) => PartnerDecider.State(current, id, wanted));
    }

    /// <summary>A service as it is written: published or drafted.</summary>
    private async Task<Contract.Service> WriteServiceAsync(
        ServerCallContext context, IMessage request, Contract.Service asked, string requestId, Func<ServiceRecord?, Service, Structure?, Decision<PartnerEvent>> decide)
    {
        var violations = new Violations();
        var wanted = RecordReader.Service(asked, france, violations);
        Commands.RequireRequestId(requestId, violations);
        violations.ThrowIfAny();

        var result = await ChangeAsync<ServiceRecord>(context, request, requestId, asked.Name, asked.Etag, RecordFold.Service,
            async (unit, current) =>
            {
                var place = await PlaceAsync(unit, asked.Structure, context.CancellationToken);
                // A service stays its institution's, in whosoever's house it is given; bringing one into a house is for who holds that.
                if (current is not null) DemandOwner(context, current.Content.InstitutionId);
                if (place is not null && current?.Content.StructureId != place.Content.Id) DemandOwner(context, place.Content.InstitutionId);
                var holder = current?.Content.InstitutionId ?? place?.Content.InstitutionId ?? "";
                // What is brought into a house is written in the name of that house, too.
                await DemandPresentAsync(unit, place is null || current?.Content.StructureId == place.Content.Id ? [holder] : [holder, place.Content.InstitutionId], context.CancellationToken);
                return decide(current, wanted with { InstitutionId = holder }, place?.Content);
            });
        return await AnswerAsync(result, context.CancellationToken);
    }

    /// <summary>A service as something is said of it, its content untouched.</summary>
    private async Task<Contract.Service> MoveServiceAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<ServiceRecord?, string, Decision<PartnerEvent>> decide)
    {
        var name = ResourceName.Parse(target.Name, Names.Services, "name", violations);
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();

        var result = await ChangeAsync<ServiceRecord>(context, request, target.RequestId, name.ToString(), target.Etag, RecordFold.Service, async (unit, current) =>
        {
            if (current is not null)
            {
                DemandOwner(context, current.Content.InstitutionId);
                await DemandPresentAsync(unit, [current.Content.InstitutionId], context.CancellationToken);
            }
            return decide(current, Names.RawId(name));
        });
        return await AnswerAsync(result, context.CancellationToken);
    }

    private async Task<Contract.Service> AnswerAsync(StreamVersion result, CancellationToken cancellation)
    {
        var stored = await store.ServiceAsync(result.Stream, result.Version, cancellation);
        var place = await store.StructureAsync(Names.Structure(stored.Content.Content.StructureId), long.MaxValue, cancellation);
        return RecordMapper.ToMessage(stored, place.Content.Content, Today);
    }
}
