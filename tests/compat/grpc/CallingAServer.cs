using Grpc.Core;

namespace Reseau.Compat.Tests;

/// <summary>The gRPC packages at work over the stand-ins: every kind of call, and the ways a call ends badly.</summary>
public sealed class CallingAServer(EchoHost host) : IClassFixture<EchoHost>
{
    private readonly EchoClient _client = new(host.Channel);

    [Fact]
    public async Task A_unary_call_carries_headers_credentials_and_trailers()
    {
        using var call = _client.SayAsync("hello", new CallOptions(new Metadata { { "sum-bin", [1, 250] } }));

        Assert.Equal("hello, interceptor, Say", await call);
        Assert.Equal("/reseau.Echo/Say", (await call.ResponseHeadersAsync).GetValue("method"));
        Assert.Equal([1, 250], call.GetTrailers().GetValueBytes("sum-bin"));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void A_unary_call_can_be_waited_for() => Assert.Equal("hello, interceptor, Say", _client.Say("hello"));

    [Fact]
    public async Task A_client_streams()
    {
        using var call = _client.Join();
        await call.RequestStream.WriteAsync("a");
        await call.RequestStream.WriteAsync("b", CancellationToken.None);
        await call.RequestStream.CompleteAsync();

        Assert.Equal("ab", await call);
    }

    [Fact]
    public async Task A_server_streams()
    {
        using var call = _client.Spell("abc");

        Assert.Equal(["a", "b", "c"], await call.ResponseStream.ReadAllAsync().ToListAsync());
    }

    [Fact]
    public async Task Both_stream()
    {
        using var call = _client.Repeat();
        await call.RequestStream.WriteAsync("a");
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("aa", call.ResponseStream.Current);
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task A_refusal_arrives_with_its_detail_and_its_trailers()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _client.SayAsync("fail"));

        Assert.Equal((StatusCode.PermissionDenied, "no"), (refused.StatusCode, refused.Status.Detail));
        Assert.Equal([9], refused.Trailers.GetValueBytes("why-bin"));
    }

    [Fact]
    public async Task A_method_the_server_lacks_is_unimplemented() => Assert.Equal(
        StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(async () => await _client.AbsentAsync(""))).StatusCode);

    [Fact]
    public async Task A_deadline_ends_a_call()
    {
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(100));

        var late = await Assert.ThrowsAsync<RpcException>(async () => await _client.SayAsync("wait", options));

        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
    }

    [Fact]
    public async Task A_caller_ends_a_call()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.SayAsync("wait", new CallOptions(cancellationToken: cancellation.Token));
        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.Equal(StatusCode.Cancelled, cancelled.StatusCode);
    }
}
