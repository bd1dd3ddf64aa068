using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Reseau.Hosting.Access;

/// <summary>
/// The sidecar calls back without a person's token; it proves itself with <c>dapr-api-token</c>, the value of
/// APP_API_TOKEN on both sides. A service without that setting accepts no callback.
/// </summary>
public sealed class SidecarToken(string expected)
{
    /// <summary>Prefix of the methods the sidecar calls.</summary>
    public const string Callback = "/dapr.proto.runtime.v1.AppCallback";

    private readonly byte[] _expected = Encoding.UTF8.GetBytes(expected);

    /// <summary>Whether the call comes from our sidecar.</summary>
    public bool Matches(ServerCallContext context) => _expected.Length > 0
        && CryptographicOperations.FixedTimeEquals(_expected, Encoding.UTF8.GetBytes(context.RequestHeaders.GetValue("dapr-api-token") ?? ""));
}
