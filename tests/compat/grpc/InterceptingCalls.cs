using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Reseau.Compat.Tests;

public sealed class InterceptingCalls
{
    private readonly List<string> _seen = [];

    [Fact]
    public async Task The_first_interceptor_is_the_outermost()
    {
        var client = new EchoClient(new Answering(_seen).Intercept(new Noting("1", _seen), new Noting("2", _seen)));

        await client.SayAsync("a");

        Assert.Equal(["1", "2", "host:  headers: "], _seen);
    }

    [Fact]
    public async Task The_last_one_put_in_front_is_the_outermost()
    {
        var client = new EchoClient(new Answering(_seen).Intercept(new Noting("1", _seen)).Intercept(new Noting("2", _seen)));

        await client.SayAsync("a");

        Assert.Equal(["2", "1", "host:  headers: "], _seen);
    }

    [Fact]
    public async Task A_function_makes_the_headers_of_a_call_with_or_without_any()
    {
        var client = new EchoClient(new Answering(_seen).Intercept(headers =>
        {
            headers.Add("added", "1");
            return headers;
        }));

        await client.SayAsync("a");
        await client.SayAsync("a", new CallOptions(new Metadata { { "given", "1" } }));

        Assert.Equal(["host:  headers: added", "host:  headers: given,added"], _seen);
    }

    [Fact]
    public async Task A_channel_is_intercepted_as_its_invoker_is()
    {
        var channel = new AnsweringChannel(_seen);

        await new EchoClient(channel.Intercept(new Noting("1", _seen))).SayAsync("a");
        await new EchoClient(channel.Intercept(_ => new Metadata { { "new", "1" } })).SayAsync("a");

        Assert.Equal(["1", "host:  headers: ", "host:  headers: new"], _seen);
    }

    [Fact]
    public async Task A_client_with_a_host_sends_it_with_every_call()
    {
        var client = new EchoClient(new Answering(_seen));

        await client.WithHost("h").SayAsync("a");
        await client.SayAsync("a");

        Assert.Equal(["host: h headers: ", "host:  headers: "], _seen);
        Assert.Throws<ArgumentNullException>(() => client.WithHost(null!));
    }

    [Fact]
    public void A_client_on_nothing_cannot_call() => Assert.Throws<NotImplementedException>(() => new EchoClient().Say("a"));

    [Fact]
    public async Task A_channel_with_nothing_to_close_closes_at_once()
    {
        await new AnsweringChannel(_seen).ShutdownAsync();

        Assert.Equal("target", new AnsweringChannel(_seen).Target);
        Assert.Throws<ArgumentNullException>(() => new EchoClient((ChannelBase)null!));
    }

    [Fact]
    public void What_lacks_is_refused()
    {
        var invoker = new Answering(_seen);

        Assert.Throws<ArgumentNullException>(() => invoker.Intercept((Interceptor)null!));
        Assert.Throws<ArgumentNullException>(() => invoker.Intercept((Interceptor[])null!));
        Assert.Throws<ArgumentNullException>(() => invoker.Intercept((Func<Metadata, Metadata>)null!));
        Assert.Throws<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(new Noting("1", _seen)));
    }

    private sealed class Noting(string name, List<string> seen) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            return continuation(request, context);
        }
    }

    private sealed class AnsweringChannel(List<string> seen) : ChannelBase("target")
    {
        public override CallInvoker CreateCallInvoker() => new Answering(seen);
    }

    /// <summary>Answers unary calls with their request; the other kinds are not called here.</summary>
    private sealed class Answering(List<string> seen) : CallInvoker
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            seen.Add($"host: {host} headers: {string.Join(',', (options.Headers ?? []).Select(entry => entry.Key))}");
            return new AsyncUnaryCall<TResponse>(
                Task.FromResult((TResponse)(object)request),
                Task.FromResult(new Metadata()),
                () => Status.DefaultSuccess,
                () => [],
                () => { });
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();
    }
}
