using Grpc.Core;

namespace Reseau.Compat.Tests;

/// <summary>A call forwards to the functions its client gave it, with the client's state.</summary>
public sealed class HoldingACall
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task Every_function_is_given_the_state()
    {
        var call = new AsyncUnaryCall<string>(
            Task.FromResult("response"), Headers, state => Asked(state, "status", Status.DefaultCancelled),
            state => Asked(state, "trailers", new Metadata()), state => Asked(state, "dispose", 0), "S");

        Assert.Equal("response", await call);
        Assert.Equal("response", await call.ConfigureAwait(false));
        Assert.Equal(Status.DefaultCancelled, call.GetStatus());
        Assert.Empty(call.GetTrailers());
        await call.ResponseHeadersAsync;
        await call.ResponseHeadersAsync;
        call.Dispose();

        Assert.Equal(["S status", "S trailers", "S headers", "S headers", "S dispose"], _asked);
    }

    [Fact]
    public void A_call_without_state_forwards_too()
    {
        using (var call = new AsyncServerStreamingCall<string>(
            null!, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => Metadata.Empty, () => _asked.Add("dispose")))
        {
            Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
            Assert.Same(Metadata.Empty, call.GetTrailers());
        }

        Assert.Equal(["dispose"], _asked);
    }

    private Task<Metadata> Headers(object state) => Task.FromResult(Asked(state, "headers", new Metadata()));

    private T Asked<T>(object state, string what, T answer)
    {
        _asked.Add($"{state} {what}");
        return answer;
    }
}
