using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Figures that are always the same, some of them withheld.</summary>
public sealed class FiguresStandIn : FiguresService.FiguresServiceBase
{
    public override Task<NetworkFigures> GetNetworkFigures(GetNetworkFiguresRequest request, ServerCallContext context)
    {
        if (request.EndDate?.Year < request.StartDate?.Year)
            throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("end_date", "La fin de la période est avant son début."));
        var answer = new NetworkFigures
        {
            StartDate = new() { Year = 2026, Month = 1, Day = 1 },
            EndDate = new() { Year = 2026, Month = 3, Day = 31 },
            ComputeTime = Timestamp.FromDateTime(DateTime.UtcNow),
            Total = Some("", 40),
        };
        answer.Total.Refusals.Add(new Figures.Types.Refusal { Reason = "plus-de-place", Count = new() { Count = 7 } });
        if (request.GroupBy == GetNetworkFiguresRequest.Types.Grouping.Recipient) answer.Groups.Add(Some("institutions/ccas-rennes", 12));
        if (request.GroupBy == GetNetworkFiguresRequest.Types.Grouping.Theme) answer.Groups.Add(Some("=1+1", 12));
        return Task.FromResult(answer);
    }

    private static Figures Some(string key, int sent) => new()
    {
        Key = key,
        Sent = new() { Count = sent },
        FirstResponse = new() { Count = sent, Median = TimeSpan.FromMinutes(150).ToDuration(), P90 = TimeSpan.FromHours(19).ToDuration() },
        Acceptance = new() { Count = 30, Of = 40 },
        Breach = new() { Withheld = true },
        FirstContact = new() { Count = 20, Median = TimeSpan.FromHours(84).ToDuration(), P90 = TimeSpan.FromDays(9).ToDuration() },
        Service = new() { Withheld = true },
        ClosedWithin30Days = new() { Count = 10, Of = 40 },
        ClosedWithin60Days = new(),
        ClosedWithin90Days = new(),
        Served = new() { Count = 9, Of = 10 },
        NoShow = new(),
        Orphans = new() { Withheld = true },
    };
}
