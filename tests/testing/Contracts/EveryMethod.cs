using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reseau.Access.V1;
using Reseau.Hosting.Access;

namespace Reseau.Testing.Contracts;

/// <summary>Calls any method of a contract with an empty request: what must hold for all of them, whoever adds one.</summary>
public static class EveryMethod
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Demo accounts that hold each role, alone or with others: name, institution, roles.</summary>
    public static IReadOnlyList<(string Account, Role[] Roles)> Accounts { get; } =
    [
        ("claire.accueil", [Role.AgentAccueil]),
        ("karim.caf", [Role.Referent]),
        ("yann.responsable", [Role.Responsable, Role.Signataire]),
        ("paul.arcs", [Role.Formateur, Role.Referent]),
        ("sofia.mission", [Role.ChargeDeMission]),
        ("admin.reseau", [Role.Administrateur]),
        ("si-caf-35", [Role.Integration]),
        ("reseau-partners", [Role.Service]),
    ];

    /// <summary>The status and reason a request gets, an empty one unless said otherwise; a stream counts as OK at its first message or end.</summary>
    public static async Task<(StatusCode Code, string Reason)> CallAsync(CallInvoker invoker, MethodDescriptor method, byte[]? request = null)
    {
        var type = method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var call = new Method<byte[], byte[]>(type, method.Service.FullName, method.Name, Raw, Raw);
        var options = new CallOptions(deadline: System.DateTime.UtcNow + Patience);
        try
        {
            if (type == MethodType.Unary)
            {
                await invoker.AsyncUnaryCall(call, null, options, request ?? []);
            }
            else
            {
                using var stream = invoker.AsyncServerStreamingCall(call, null, options, request ?? []);
                await stream.ResponseStream.MoveNext(CancellationToken.None);
            }
            return (StatusCode.OK, "");
        }
        catch (RpcException failure)
        {
            return (failure.StatusCode, ErrorInfoOf(failure).Reason);
        }
    }

    /// <summary>Whether the contract lets these roles call.</summary>
    public static bool Allows(MethodDescriptor method, IEnumerable<Role> roles) =>
        AccessRules.RuleOf(method) is { } rule && (rule.Scope == Scope.Public || rule.Roles.Intersect(roles).Any());

    /// <summary>The google.rpc.Status of a failure.</summary>
    public static Google.Rpc.Status StatusOf(RpcException failure) =>
        Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin") ?? throw new InvalidOperationException($"{failure.Status} carries no details."));

    /// <summary>The one ErrorInfo every failure carries.</summary>
    public static ErrorInfo ErrorInfoOf(RpcException failure) => DetailOf<ErrorInfo>(failure);

    /// <summary>A detail of a failure.</summary>
    public static T DetailOf<T>(RpcException failure) where T : class, Google.Protobuf.IMessage<T>, new() =>
        StatusOf(failure).Details.Single(detail => detail.Is(new T().Descriptor)).Unpack<T>();
}
