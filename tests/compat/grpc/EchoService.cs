using System.Text;
using Grpc.Core;

namespace Reseau.Compat.Tests;

/// <summary>A service in plain strings, as generated code would describe it; one of its marshallers writes through contexts.</summary>
[BindServiceMethod(typeof(EchoService), nameof(BindService))]
public class EchoService
{
    private static readonly Marshaller<string> Text = Marshallers.Create<string>(
        (message, context) =>
        {
            context.SetPayloadLength(Encoding.UTF8.GetByteCount(message));
            Encoding.UTF8.GetBytes(message, context.GetBufferWriter());
            context.Complete();
        },
        context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

    internal static Method<string, string> SayMethod { get; } = Of(MethodType.Unary, nameof(Say));

    internal static Method<string, string> JoinMethod { get; } = Of(MethodType.ClientStreaming, nameof(Join));

    internal static Method<string, string> SpellMethod { get; } = Of(MethodType.ServerStreaming, nameof(Spell));

    internal static Method<string, string> RepeatMethod { get; } = Of(MethodType.DuplexStreaming, nameof(Repeat));

    internal static Method<string, string> AbsentMethod { get; } = Of(MethodType.Unary, "Absent");

    public static void BindService(ServiceBinderBase serviceBinder, EchoService? service)
    {
        serviceBinder.AddMethod(SayMethod, service is null ? null : new UnaryServerMethod<string, string>(service.Say));
        serviceBinder.AddMethod(JoinMethod, service is null ? null : new ClientStreamingServerMethod<string, string>(service.Join));
        serviceBinder.AddMethod(SpellMethod, service is null ? null : new ServerStreamingServerMethod<string, string>(service.Spell));
        serviceBinder.AddMethod(RepeatMethod, service is null ? null : new DuplexStreamingServerMethod<string, string>(service.Repeat));
    }

    /// <summary>"wait" waits for the caller to give up, "fail" fails; anything else comes back with what the server saw.</summary>
    public virtual async Task<string> Say(string request, ServerCallContext context)
    {
        if (request == "wait") await Task.Delay(Timeout.Infinite, context.CancellationToken);
        if (request == "fail")
            throw new RpcException(new Status(StatusCode.PermissionDenied, "no"), new Metadata { { "why-bin", [9] } });

        await context.WriteResponseHeadersAsync(new Metadata { { "method", context.Method } });
        context.ResponseTrailers.Add("sum-bin", context.RequestHeaders.GetValueBytes("sum-bin") ?? []);
        return $"{request}, {context.UserState["from"]}, {context.RequestHeaders.GetValue("authorization")}";
    }

    public virtual async Task<string> Join(IAsyncStreamReader<string> requestStream, ServerCallContext context) =>
        string.Concat(await requestStream.ReadAllAsync(context.CancellationToken).ToListAsync());

    public virtual async Task Spell(string request, IServerStreamWriter<string> responseStream, ServerCallContext context)
    {
        foreach (var letter in request) await responseStream.WriteAsync($"{letter}", context.CancellationToken);
    }

    public virtual async Task Repeat(
        IAsyncStreamReader<string> requestStream, IServerStreamWriter<string> responseStream, ServerCallContext context)
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken)) await responseStream.WriteAsync(message + message);
    }

    private static Method<string, string> Of(MethodType type, string name) => new(type, "reseau.Echo", name, Text, Marshallers.StringMarshaller);
}
