using Grpc.Core;

namespace Reseau.Compat.Tests;

/// <summary>A client as generated code would write it.</summary>
internal sealed class EchoClient : ClientBase<EchoClient>
{
    public EchoClient(ChannelBase channel)
        : base(channel)
    {
    }

    public EchoClient(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    public EchoClient()
    {
    }

    private EchoClient(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public string Say(string request) => CallInvoker.BlockingUnaryCall(EchoService.SayMethod, null, new CallOptions(), request);

    public AsyncUnaryCall<string> SayAsync(string request, CallOptions options = default) =>
        CallInvoker.AsyncUnaryCall(EchoService.SayMethod, null, options, request);

    public AsyncUnaryCall<string> AbsentAsync(string request) =>
        CallInvoker.AsyncUnaryCall(EchoService.AbsentMethod, null, new CallOptions(), request);

    public AsyncClientStreamingCall<string, string> Join() =>
        CallInvoker.AsyncClientStreamingCall(EchoService.JoinMethod, null, new CallOptions());

    public AsyncServerStreamingCall<string> Spell(string request) =>
        CallInvoker.AsyncServerStreamingCall(EchoService.SpellMethod, null, new CallOptions(), request);

    public AsyncDuplexStreamingCall<string, string> Repeat() =>
        CallInvoker.AsyncDuplexStreamingCall(EchoService.RepeatMethod, null, new CallOptions());

    protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
}
