using Grpc.Core;
using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Calls;

// The calls to the service of conventions.
public sealed partial class ServiceCalls
{
    public Task<Answer<T>> Conventions<T>(Func<ConventionsService.ConventionsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("conventions", options => call(conventions.Conventions, options));

    public Task<Answer<T>> Templates<T>(Func<TemplatesService.TemplatesServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("conventions", options => call(conventions.Templates, options));

    public Task<Answer<T>> Bodies<T>(Func<BodiesService.BodiesServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("conventions", options => call(conventions.Bodies, options));

    public Task<Answer<T>> Policies<T>(Func<PoliciesService.PoliciesServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("conventions", options => call(conventions.Policies, options));

    /// <summary>Fetches a file of the conventions piece by piece; <paramref name="begin"/> says where to, once its first piece is there.</summary>
    /// <exception cref="RpcException">The service failed after the beginning.</exception>
    public async Task<Answer<FileChunk>> DownloadAsync(
        Func<ConventionsService.ConventionsServiceClient, CallOptions, AsyncServerStreamingCall<FileChunk>> ask, Func<FileChunk, Stream> begin, CancellationToken cancellation)
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(DocumentDeadline).UtcDateTime).WithCancellationToken(cancellation);
        using var call = ask(conventions.Conventions, options);
        var first = await AnswerAsync("conventions", FirstPieceAsync(call, cancellation));
        if (!first.Succeeded) return first;
        var output = begin(first.Value);
        await output.WriteAsync(first.Value.Data.Memory, cancellation);
        while (await call.ResponseStream.MoveNext(cancellation)) await output.WriteAsync(call.ResponseStream.Current.Data.Memory, cancellation);
        return first;
    }

    // An export of nothing may have no piece at all.
    private static async Task<FileChunk> FirstPieceAsync(AsyncServerStreamingCall<FileChunk> call, CancellationToken cancellation) =>
        await call.ResponseStream.MoveNext(cancellation) ? call.ResponseStream.Current : new();
}
