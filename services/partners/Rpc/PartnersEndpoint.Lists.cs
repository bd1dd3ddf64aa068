using System.Globalization;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Partners.Search;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

// Lists come from the memory of the index: a page starts where the one before ended, whatever came or went in between.
internal sealed partial class PartnersEndpoint
{
    private const string DayFormat = "yyyy-MM-dd";

    public override Task<Contract.ListServicesResponse> ListServices(Contract.ListServicesRequest request, ServerCallContext context)
    {
        var list = ReadList(request, context);
        var question = string.Create(CultureInfo.InvariantCulture, $"services {list.StructureId}/{list.InstitutionId}/{list.EveryState}/{list.ChangedAfter:O}");
        var page = index.ListServices(list, ReadRow(request.PageToken, question), Paging.Size(request.PageSize), Math.Max(0, request.Skip));

        var answer = new Contract.ListServicesResponse { TotalSize = page.Total, NextPageToken = Token(question, page.End) };
        var (today, isPartner) = (Today, Caller.Of(context).Institution.Length > 0);
        foreach (var row in page.Rows)
        {
            var message = RecordMapper.ToMessage(row.Record, row.Structure, today);
            if (!isPartner) message.Contacts.Clear();
            answer.Services.Add(message);
        }
        return Task.FromResult(answer);
    }

    public override Task<Contract.ListStructuresResponse> ListStructures(Contract.ListStructuresRequest request, ServerCallContext context)
    {
        var institution = Filter(request.Institution, Names.Institutions, "institution");
        var question = $"structures {institution}";
        var page = index.ListPlaces(institution, ReadRow(request.PageToken, question), Paging.Size(request.PageSize), Math.Max(0, request.Skip));

        var answer = new Contract.ListStructuresResponse { TotalSize = page.Total, NextPageToken = Token(question, page.End) };
        answer.Structures.AddRange(page.Rows.Select(place => RecordMapper.ToMessage(place.Content)));
        return Task.FromResult(answer);
    }

    private static ServiceList ReadList(Contract.ListServicesRequest request, ServerCallContext context)
    {
        if (!request.OwnInstitution) return new(Filter(request.Structure, Names.Structures, "structure"), Filter(request.Institution, Names.Institutions, "institution"), EveryState: false) { ChangedAfter = request.UpdateAfterTime?.ToDateTimeOffset() };
        var own = Caller.Of(context).Institution;
        if (own.Length == 0) throw Caller.NotAllowed();
        return new(StructureId: null, own, EveryState: true);
    }

    private static string? Filter(string name, string collection, string field) => name.Length == 0 ? null : Names.RawId(Parse(name, collection, field));

    private static RowPosition? ReadRow(string token, string question) =>
        Paging.Read<RowPosition?>(token, question, parts: 3, read => new RowPosition(DateOnly.ParseExact(read[0], DayFormat, CultureInfo.InvariantCulture), read[1], read[2]));

    private static string Token(string question, RowPosition? end) =>
        end is not { } row ? "" : Paging.Token(question, row.FreshOn.ToString(DayFormat, CultureInfo.InvariantCulture), row.SortName, row.Id);
}
