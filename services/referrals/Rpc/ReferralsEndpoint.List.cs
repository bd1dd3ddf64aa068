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
        if (!Enum.IsDefined(request.Worklist))
            throw new InvalidRequestException([new("worklist", "UNKNOWN_VALUE", "The value is not in the list.", "Cette liste n'existe pas.")]);
        var (institution, list) = (Caller.Of(context).Institution, (Worklist)request.Worklist);
        var question = $"referrals/{institution}/{list}";
        var after = Position(Paging.Read(request.PageToken, question, parts: 2));
        var size = Paging.Size(request.PageSize);

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var now = clock.GetUtcNow();
        var rows = await WorklistView.PageAsync(db, institution, list, now, after, size, context.CancellationToken);
        var more = rows.Count > size;
        if (more) rows.RemoveRange(size, rows.Count - size);
        var persons = await ReferralStore.BeneficiariesAsync(db, [.. rows.Select(row => row.Name)], context.CancellationToken);
        var counts = await WorklistView.CountAsync(db, institution, now, context.CancellationToken);

        var answer = new Contract.ListReferralsResponse { NextPageToken = more ? Paging.Token(question, Position(rows[^1].Name, list == Worklist.All ? rows[^1].ChangedAt : rows[^1].OrderAt)) : "" };
        answer.Referrals.AddRange(rows.Select(row => ReferralMapper.ToMessage(
            row, persons.GetValueOrDefault(row.Name), row.Recipient == institution ? Side.Recipient : Side.Sender)));
        var chains = await Chains.OfAsync(db, [.. rows.Select(row => row.Chain).OfType<string>().Distinct(StringComparer.Ordinal)], context.CancellationToken);
        foreach (var (row, message) in rows.Zip(answer.Referrals).Where(line => line.First.Chain is not null))
            ChainMapper.Add(message, [.. chains[row.Chain!]], row.Recipient == institution ? Side.Recipient : Side.Sender);
        answer.Counts.AddRange(counts.OrderBy(count => count.Key).Select(count => new Contract.WorklistCount
        {
            Worklist = (Contract.ListReferralsRequest.Types.Worklist)count.Key,
            Count = count.Value,
        }));
        return answer;
    }

    private static string[] Position(string name, DateTimeOffset at) =>
        [((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), name];

    private static (DateTimeOffset, string)? Position(string[]? token) => token is null
        ? null
        : (DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(token[0], CultureInfo.InvariantCulture)), token[1]);
}
