using Google.Protobuf;
using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Needs.Needing;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Needs;

/// <summary>Every method × everybody, on a need of caf-35 and on one of the network: who reaches them, and who is told nothing.</summary>
public sealed class ReachingNeeds
{
    private const string Readers = "yann nadia sofia admin cafsystem";

    // Of a need of caf-35, then of one of the network. What the method says to who reaches it is another test's business: here it is only not NOT_ALLOWED.
    private static readonly Dictionary<string, (string Own, string Network)> Matrix = new(StringComparer.Ordinal)
    {
        ["RaiseNeed"] = ("yann nadia cafsystem", "sofia"),
        ["UpdateNeed"] = ("nadia cafsystem", "sofia"),
        ["PlanNeed"] = ("nadia sofia cafsystem", "sofia"),
        ["MeetNeed"] = ("nadia cafsystem", "sofia"),
        ["SetNeedAside"] = ("nadia cafsystem", "sofia"),
        ["GetNeed"] = ("nadia sofia admin cafsystem", Readers),
        ["ListNeeds"] = (Readers, Readers),
        ["GetNeedFigures"] = (Readers, Readers),
        ["ListSignals"] = (Readers, Readers),
    };

    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["claire"] = Claire, ["yann"] = Yann, ["karim"] = Karim, ["nadia"] = Nadia, ["paul"] = Paul, ["sofia"] = Sofia, ["admin"] = Admin, ["cafsystem"] = CafSystem, ["anonymous"] = "",
    };

    [Fact]
    public async Task Each_reaches_what_is_theirs_and_learns_nothing_of_the_rest()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var (own, network) = (await RaisedAsync(host, Nadia, ANeed()), await RaisedAsync(host, Sofia, new(ANeed()) { Network = true }));
        Assert.Equal(Matrix.Keys.Order(), NeedsService.Descriptor.Methods.Select(method => method.Name).Order());

        foreach (var method in NeedsService.Descriptor.Methods)
        {
            foreach (var (need, allowed) in ((Need, string)[])[(own, Matrix[method.Name].Own), (network, Matrix[method.Name].Network)])
            {
                foreach (var (who, account) in Accounts)
                {
                    var invoker = account.Length == 0 ? host.Channel.CreateCallInvoker() : await host.AsAsync(account);
                    var (code, reason) = await EveryMethod.CallAsync(invoker, method, RequestOf(method.Name, need).ToByteArray());
                    var missing = await EveryMethod.CallAsync(invoker, method, RequestOf(method.Name, new(need) { Name = "needs/00000000000000000000000000000000" }).ToByteArray());
                    var shut = code is StatusCode.PermissionDenied or StatusCode.Unauthenticated;
                    Assert.True(allowed.Split(' ').Contains(who) != shut, $"{method.Name} of {need.Institution} by {who}: {code} {reason}");
                    // One that does not exist and one that is not theirs look the same.
                    if (shut) Assert.Equal((code, reason), missing);
                    Assert.NotEqual(StatusCode.Internal, code);
                    Assert.NotEqual(StatusCode.Unknown, code);
                }
            }
        }
        await host.DisposeAsync();
    }

    // What changes something is asked in a way that changes nothing: the next caller finds what the one before did.
    private static IMessage RequestOf(string method, Need need) => method switch
    {
        "RaiseNeed" => new RaiseNeedRequest { Need = new(ANeed()) { Network = need.Network }, RequestId = NewId() },
        "UpdateNeed" => new UpdateNeedRequest { Need = new(ANeed()) { Name = need.Name, Etag = "\"0\"" }, RequestId = NewId() },
        "PlanNeed" => new PlanNeedRequest { Name = need.Name, Etag = "\"0\"", Plan = PlanName, Goal = GoalKey, RequestId = NewId() },
        "MeetNeed" => new MeetNeedRequest { Name = need.Name, Etag = "\"0\"", RequestId = NewId() },
        "SetNeedAside" => new SetNeedAsideRequest { Name = need.Name, Etag = "\"0\"", Reason = "Non", RequestId = NewId() },
        "GetNeed" => new GetNeedRequest { Name = need.Name },
        _ => new ListNeedsRequest(),
    };
}
