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
    public Task<Answer<FileChunk>> DownloadAsync(
        Func<ConventionsService.ConventionsServiceClient, CallOptions, AsyncServerStreamingCall<FileChunk>> ask, Func<FileChunk, Stream> begin, CancellationToken cancellation) =>
        FetchAsync("conventions", options => ask(conventions.Conventions, options), piece => piece ?? new FileChunk(), piece => piece.Data, begin, cancellation);
}
