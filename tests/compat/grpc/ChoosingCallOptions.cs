using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class ChoosingCallOptions
{
    [Fact]
    public void Every_choice_is_made_on_a_copy()
    {
        using var cancellation = new CancellationTokenSource();
        var deadline = DateTime.UnixEpoch;
        var headers = new Metadata();
        var write = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var none = new CallOptions();

        var all = none.WithHeaders(headers).WithDeadline(deadline).WithCancellationToken(cancellation.Token)
            .WithWriteOptions(write).WithCredentials(credentials).WithWaitForReady();

        Assert.Equal(new CallOptions(headers, deadline, cancellation.Token, write, credentials: credentials).WithWaitForReady(), all);
        Assert.Equal((headers, deadline, cancellation.Token, write), (all.Headers, all.Deadline, all.CancellationToken, all.WriteOptions));
        Assert.True(all.IsWaitForReady);
        Assert.False(all.WithWaitForReady(false).IsWaitForReady);
        Assert.Equal(default, none);
    }

    [Fact]
    public void Nothing_is_chosen_by_default()
    {
        var options = new CallOptions();

        Assert.Null(options.Headers);
        Assert.Null(options.Deadline);
        Assert.Null(options.WriteOptions);
        Assert.Null(options.PropagationToken);
        Assert.Null(options.Credentials);
        Assert.Equal(default, WriteOptions.Default.Flags);
        Assert.True(ContextPropagationOptions.Default is { IsPropagateDeadline: true, IsPropagateCancellation: true });
    }
}
