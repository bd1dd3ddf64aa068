using System.Globalization;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task<Contract.ListReferralsResponse> ListReferrals(Contract.ListReferralsRequest request, ServerCallContext context)
    {
        var (institution, list) = (Caller.Of(context).Institution, (Worklist)request.Worklist);
        var violations = new Violations();
        var filter = WorklistRules.Read(request, violations);
        violations.ThrowIfAny();
        var question = $"referrals/{institution}/{list}/{filter.Question}";
        var after = Paging.Read(request.PageToken, question, parts: 2, Position);
        var (size, now) = (Paging.Size(request.PageSize), clock.GetUtcNow());

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await WorklistPages.ReadAsync(db, new(institution, list, filter, now), after, size, context.CancellationToken);
        var persons = await ReferralStore.BeneficiariesAsync(db, [.. page.Rows.Select(row => row.Name)], context.CancellationToken);
        var counts = await WorklistPages.CountAsync(db, institution, now, context.CancellationToken);

        var answer = new Contract.ListReferralsResponse { NextPageToken = page.Next is { } next ? Paging.Token(question, Position(next)) : "" };
        answer.Referrals.AddRange(page.Rows.Select(row => ReferralMapper.ToMessage(
            row, persons.GetValueOrDefault(row.Name), row.Recipient == institution ? Side.Recipient : Side.Sender)));
        var chains = await Chains.OfAsync(db, [.. page.Rows.Select(row => row.Chain).OfType<string>().Distinct(StringComparer.Ordinal)], context.CancellationToken);
        foreach (var (row, message) in page.Rows.Zip(answer.Referrals).Where(line => line.First.Chain is not null))
            ChainMapper.Add(message, [.. chains[row.Chain!]], row.Recipient == institution ? Side.Recipient : Side.Sender);
        answer.Counts.AddRange(counts.OrderBy(count => count.Key).Select(count => new Contract.WorklistCount
        {
            Worklist = (Contract.ListReferralsRequest.Types.Worklist)count.Key,
            Count = count.Value,
        }));
        return answer;
    }

    private static string[] Position(WorklistPosition position) =>
        [((position.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), position.Name];

    private static WorklistPosition Position(string[] token) => new(DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(token[0], CultureInfo.InvariantCulture)), token[1]);
}
