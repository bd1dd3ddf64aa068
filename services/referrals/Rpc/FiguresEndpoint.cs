using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>The figures of the network, for those who coordinate it, and of an institution, for itself.</summary>
internal sealed class FiguresEndpoint(IDbContextFactory<ReferralsDb> databases, TimeProvider clock) : Contract.FiguresService.FiguresServiceBase
{
    private const int DaysCounted = 90;

    public override async Task<Contract.NetworkFigures> GetNetworkFigures(Contract.GetNetworkFiguresRequest request, ServerCallContext context)
    {
        var now = clock.GetUtcNow();
        var violations = new Violations();
        var last = violations.Day("end_date", request.EndDate) ?? FrenchDay.Of(now);
        var first = violations.Day("start_date", request.StartDate) ?? last.AddDays(-DaysCounted);
        if (first > last) violations.Add("end_date", "OUT_OF_RANGE", "end_date is before start_date.", "La fin de la période est avant son début.");
        var asked = Read(request, violations) with { From = FrenchDay.StartOf(first), Before = FrenchDay.StartOf(last.AddDays(1)), Now = now };
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var network = caller.LooksAfterNetwork;
        if (!network) asked = OfOwn(asked, caller);

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var mapper = new FiguresMapper(new(withhold: network));
        var total = await FigureReader.ReadAsync(db, asked with { GroupBy = FigureGrouping.None }, context.CancellationToken);
        var answer = new Contract.NetworkFigures { StartDate = first.ToDate(), EndDate = last.ToDate(), ComputeTime = now.ToTimestamp(), Total = mapper.ToMessage(total[0]) };
        if (asked.GroupBy != FigureGrouping.None)
            answer.Groups.AddRange(mapper.ToMessages(await FigureReader.ReadAsync(db, asked, context.CancellationToken), key => KeyOf(asked.GroupBy, key)));
        return answer;
    }

    private static FigureQuestion Read(Contract.GetNetworkFiguresRequest request, Violations violations)
    {
        if (!System.Enum.IsDefined(request.GroupBy)) violations.Add("group_by", "UNKNOWN_VALUE", "The value is not in the list.", "Ce regroupement n'existe pas.");
        if (request.Theme.Length > 0 && !SubmissionRules.ThemeShape().IsMatch(request.Theme))
            violations.Add("theme", "NOT_A_THEME", "Not a data.inclusion theme.", "Choisissez un thème dans la liste.");
        return new(default, default, default)
        {
            Recipient = InstitutionOf(request.Recipient, "recipient", violations),
            Sender = InstitutionOf(request.Sender, "sender", violations),
            Service = request.Service.Length == 0 ? "" : ResourceName.Parse(request.Service, "services", "service", violations).ToString(),
            Theme = request.Theme,
            GroupBy = (FigureGrouping)request.GroupBy,
        };
    }

    private static string InstitutionOf(string name, string field, Violations violations) =>
        name.Length == 0 ? "" : ResourceName.Parse(name, "institutions", field, violations).Id ?? "";

    // What an institution has no part in is not shown to it: neither side named is what it received.
    private static FigureQuestion OfOwn(FigureQuestion asked, Caller caller)
    {
        if (asked.Recipient.Length + asked.Sender.Length == 0) asked = asked with { Recipient = caller.Institution };
        caller.Demand(asked.Recipient, asked.Sender);
        return asked;
    }

    private static string KeyOf(FigureGrouping grouping, string key) => grouping is FigureGrouping.Recipient or FigureGrouping.Sender ? Codes.Institution(key) : key;
}
