using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // Lines of one call that wait for the disk together: enough to fill a commit, few enough to leave room for others.
    private const int LinesAtOnce = 8;

    public override async Task<Contract.MoveReferralsResponse> MoveReferrals(Contract.MoveReferralsRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var bulk = BulkRules.Read(request, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var results = new Contract.MovedReferral[request.Referrals.Count];
        await Parallel.ForAsync(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = LinesAtOnce, CancellationToken = context.CancellationToken },
            async (line, cancellation) => results[line] = await MoveLineAsync(context, request, request.Referrals[line], bulk, cancellation));
        return new() { Results = { results } };
    }

    // A line is a command of its own. Its id comes from that of the request, so that a retry of the whole finds each line again.
    private async Task<Contract.MovedReferral> MoveLineAsync(
        ServerCallContext context, Contract.MoveReferralsRequest request, Contract.ReferralVersion line, BulkMove bulk, CancellationToken cancellation)
    {
        var alone = request.Clone();
        alone.Referrals.Clear();
        alone.Referrals.Add(line);
        var command = Commands.From(context, alone, StableId.Of($"{request.RequestId.ToLowerInvariant()}/{line.Name}").ToString(), clock);
        try
        {
            var result = await DecideAsync(command, Caller.Of(context), (line.Name, line.Etag), "", bulk.Action, bulk.Facts, cancellation);
            var after = ReferralStore.Fold(line.Name, await reader.ReadStreamAsync(line.Name, result.Version, cancellation))!;
            return new() { Name = line.Name, Etag = Etag.Of(after.SharedVersion), State = (Contract.Referral.Types.State)after.State };
        }
        catch (RefusedException refused)
        {
            return new() { Name = line.Name, Reason = refused.Refusal.Reason, Sentence = Errors.Catalogue.Sentence(refused.Refusal.Reason) };
        }
    }
}
