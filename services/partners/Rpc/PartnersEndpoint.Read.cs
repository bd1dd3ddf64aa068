using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Messaging;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private const int MostSuggestions = 50;
    private const int UsualSuggestions = 10;

    public override async Task<Contract.Institution> GetInstitution(Contract.GetInstitutionRequest request, ServerCallContext context) =>
        RecordMapper.ToMessage(await store.InstitutionAsync(uids.NameOf(Parse(request.Name, Names.Institutions, "name")), long.MaxValue, context.CancellationToken));

    public override async Task<Contract.Structure> GetStructure(Contract.GetStructureRequest request, ServerCallContext context) =>
        RecordMapper.ToMessage(await store.StructureAsync(uids.NameOf(Parse(request.Name, Names.Structures, "name")), long.MaxValue, context.CancellationToken));

    public override async Task<Contract.Service> GetService(Contract.GetServiceRequest request, ServerCallContext context)
    {
        var stored = await store.ServiceAsync(uids.NameOf(Parse(request.Name, Names.Services, "name")), long.MaxValue, context.CancellationToken);
        var caller = Caller.Of(context);
        // A draft does not exist for anybody else.
        if (stored.Content.State == RecordState.Draft && caller.Institution != stored.Content.Content.InstitutionId && !caller.IsAdministrator)
            throw new RefusedException(new("SERVICE_NOT_FOUND", "Not in the directory.", ("resource", request.Name)));
        var place = await store.StructureAsync(Names.Structure(stored.Content.Content.StructureId), long.MaxValue, context.CancellationToken);
        var message = RecordMapper.ToMessage(stored, place.Content.Content, Today);
        if (caller.Institution.Length == 0) message.Contacts.Clear();
        // It went with its institution, and comes back with it.
        if (index.HasLeft(stored.Content.Content.InstitutionId)) (message.State, message.AcceptsReferrals) = (Contract.Service.Types.State.Archived, false);
        return message;
    }

    public override async Task<Contract.ListInstitutionsResponse> ListInstitutions(Contract.ListInstitutionsRequest request, ServerCallContext context)
    {
        const string question = "institutions";
        var after = Paging.Read(request.PageToken, question, parts: 2);
        var size = Paging.Size(request.PageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await InstitutionList.PageAsync(db, after is null ? null : (after[0], after[1]), Math.Max(0, request.Skip), size, context.CancellationToken);

        var answer = new Contract.ListInstitutionsResponse { TotalSize = await db.Institutions.CountAsync(context.CancellationToken) };
        foreach (var row in rows.Take(size))
            answer.Institutions.Add(RecordMapper.ToMessage(await store.InstitutionAsync(row.Name, long.MaxValue, context.CancellationToken)));
        if (rows.Count > size) answer.NextPageToken = Paging.Token(question, rows[size - 1].SortKey, rows[size - 1].Name);
        return answer;
    }

    public override Task<Contract.SuggestCommunesResponse> SuggestCommunes(Contract.SuggestCommunesRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var text = violations.Required("text", request.Text, maximum: 100);
        violations.ThrowIfAny();
        var answer = new Contract.SuggestCommunesResponse();
        var limit = request.Limit <= 0 ? UsualSuggestions : Math.Min(request.Limit, MostSuggestions);
        answer.Communes.AddRange(france.SuggestCommunes(text, limit).Select(RecordMapper.ToMessage));
        return Task.FromResult(answer);
    }

    public override async Task WatchDirectory(
        Contract.WatchDirectoryRequest request, IServerStreamWriter<Contract.WatchDirectoryResponse> responseStream, ServerCallContext context)
    {
        var after = await Cursors.ReadAsync(request.Cursor, reader, context.CancellationToken);
        await foreach (var (position, recorded) in reader.FollowAsync(after, audience: null, context.CancellationToken))
            await responseStream.WriteAsync(new() { Cursor = Cursors.Write(position), Change = recorded is null ? null : reader.ToChange(recorded) }, context.CancellationToken);
    }
}
