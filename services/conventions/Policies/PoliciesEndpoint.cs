using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Views;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Hosting.Policies;
using Reseau.Kernel;
using Reseau.Kernel.Policies;
using Contract = Reseau.Conventions.V1;
using Compiled = Reseau.Policies.V1;

namespace Reseau.Conventions.Policies;

/// <summary>Shows what conventions command, and says how the network treats those who have signed nothing.</summary>
internal sealed class PoliciesEndpoint(CommandLog<ConventionsDb> commands, LogReader<ConventionsDb> log, IDbContextFactory<ConventionsDb> databases, TimeProvider clock)
    : Contract.PoliciesService.PoliciesServiceBase
{
    private const string Collection = "institutions";

    public override async Task<Compiled.Policy> GetPolicy(Contract.GetPolicyRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var (from, to) = (ResourceName.Parse(request.From, Collection, "from", violations).Id, ResourceName.Parse(request.To, Collection, "to", violations).Id);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        // Who coordinates a network sees who is bound to whom: that is no person's file.
        if (!caller.LooksAfterNetwork) caller.Demand(from, to);

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.Policies.FindAsync([from, to], context.CancellationToken);
        return row is null
            ? throw new RefusedException(new("POLICY_NOT_FOUND", "No convention ever bound the two institutions.", ("from", request.From), ("to", request.To)))
            : PolicyMapper.ToMessage(PolicyView.Read(row));
    }

    public override async Task<Contract.ListPoliciesResponse> ListPolicies(Contract.ListPoliciesRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var own = caller.LooksAfterNetwork ? "" : caller.Institution;
        if (own.Length == 0 && !caller.LooksAfterNetwork) throw Caller.NotAllowed();
        var size = Paging.Size(request.PageSize);
        var after = Paging.Read(request.PageToken, own, parts: 2);

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = db.Policies.AsNoTracking();
        if (own.Length > 0) rows = rows.Where(row => row.Sender == own || row.Recipient == own);
        if (after is [var sender, var recipient]) rows = rows.Where(row => row.Sender.CompareTo(sender) > 0 || (row.Sender == sender && row.Recipient.CompareTo(recipient) > 0));
        var page = await rows.OrderBy(row => row.Sender).ThenBy(row => row.Recipient).Take(size + 1).ToListAsync(context.CancellationToken);

        var answer = new Contract.ListPoliciesResponse();
        answer.Policies.AddRange(page.Take(size).Select(row => PolicyMapper.ToMessage(PolicyView.Read(row))));
        if (page.Count > size) answer.NextPageToken = Paging.Token(own, page[size - 1].Sender, page[size - 1].Recipient);
        return answer;
    }

    public override async Task<Compiled.Network> GetNetwork(Contract.GetNetworkRequest request, ServerCallContext context) =>
        ToMessage(await log.ReadStreamAsync(NetworkModeSet.Stream, long.MaxValue, context.CancellationToken));

    public override async Task<Compiled.Network> SetNetworkMode(Contract.SetNetworkModeRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        if (request.Mode is not (Compiled.Network.Types.Mode.Open or Compiled.Network.Types.Mode.Strict))
            violations.Add("mode", "REQUIRED", "mode is MODE_OPEN or MODE_STRICT.", "Choisissez un réseau ouvert ou un réseau strict.");
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(NetworkModeSet.Stream, cancellation);
            var mode = (NetworkMode)request.Mode;
            var version = history.Count == 0 ? 0 : history[^1].Version;
            Etag.Check(request.Etag, NetworkModeSet.Stream, version);
            return ToMessage(history).Mode == request.Mode
                ? new(NetworkModeSet.Stream, version)
                : await unit.AppendAsync(NetworkModeSet.Stream, version, [new NetworkModeSet(mode)], cancellation);
        }, context.CancellationToken);
        return ToMessage(await log.ReadStreamAsync(NetworkModeSet.Stream, result.Version, context.CancellationToken));
    }

    private static Compiled.Network ToMessage(IReadOnlyList<RecordedEvent> history) => history is [.., { Body: NetworkModeSet set, Version: var version }]
        ? new() { Mode = (Compiled.Network.Types.Mode)set.Mode, Version = version }
        : new() { Mode = Compiled.Network.Types.Mode.Open };
}
