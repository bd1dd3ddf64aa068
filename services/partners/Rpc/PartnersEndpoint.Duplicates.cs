using System.Globalization;
using Grpc.Core;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    public override Task<Contract.ListDuplicatesResponse> ListDuplicates(Contract.ListDuplicatesRequest request, ServerCallContext context)
    {
        const string question = "duplicates";
        var offset = Paging.Read(request.PageToken, question, parts: 1, token => int.Parse(token[0], NumberStyles.None, CultureInfo.InvariantCulture));
        var size = Paging.Size(request.PageSize);
        var pairs = duplicates.Pairs();

        var answer = new Contract.ListDuplicatesResponse { TotalSize = pairs.Count };
        answer.Duplicates.AddRange(pairs.Skip(offset).Take(size).Select(ToMessage));
        if (offset + size < pairs.Count) answer.NextPageToken = Paging.Token(question, $"{offset + size}");
        return Task.FromResult(answer);
    }

    public override async Task<Contract.Structure> MergeStructure(Contract.MergeStructureRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Names.Structures, "name", violations);
        var into = ResourceName.Parse(request.Into, Names.Structures, "into", violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var result = await ChangeAsync<StructureRecord>(context, request, request.RequestId, name.ToString(), request.Etag, RecordFold.Structure, async (unit, current) =>
            PartnerDecider.Merge(current, await PlaceAsync(unit, into.ToString(), context.CancellationToken), index.HoldsOthers(Names.RawId(name))));
        return RecordMapper.ToMessage(await store.StructureAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override async Task<Contract.Structure> SeparateStructure(Contract.SeparateStructureRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Names.Structures, "name", violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var result = await ChangeAsync<StructureRecord>(context, request, request.RequestId, name.ToString(), request.Etag, RecordFold.Structure,
            (_, current) => Task.FromResult(PartnerDecider.Separate(current)));
        return RecordMapper.ToMessage(await store.StructureAsync(result.Stream, result.Version, context.CancellationToken));
    }

    public override async Task<Contract.DismissDuplicateResponse> DismissDuplicate(Contract.DismissDuplicateRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Names.Structures, "name", violations);
        var other = ResourceName.Parse(request.Other, Names.Structures, "other", violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        await ChangeAsync<StructureRecord>(context, request, request.RequestId, name.ToString(), request.Etag, RecordFold.Structure, async (unit, current) =>
            PartnerDecider.Dismiss(current, await PlaceAsync(unit, other.ToString(), context.CancellationToken)));
        return new();
    }

    private static Contract.Duplicate ToMessage(DuplicatePair pair)
    {
        var message = new Contract.Duplicate
        {
            Structure = RecordMapper.ToMessage(pair.Keep.Structure),
            Other = RecordMapper.ToMessage(pair.Other.Structure),
            Likelihood = pair.Likelihood,
        };
        message.Evidence.AddRange(pair.Evidence.Select(evidence => (Contract.Duplicate.Types.Evidence)evidence));
        return message;
    }
}
