using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Reseau.Sidecar.Hosting;

/// <summary>Refuses calls without the sidecar's token, when it has one.</summary>
internal sealed class ApiTokenInterceptor(SidecarOptions options) : Interceptor
{
    public const string Header = "dapr-api-token";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(options.ApiToken);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (_token.Length > 0 && !IsToken(context.RequestHeaders.GetValue(Header)))
            throw new RpcException(new Status(StatusCode.Unauthenticated, "authentication error: api token mismatch"));

        return continuation(request, context);
    }

    private bool IsToken(string? shown) => shown is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), _token);
}
