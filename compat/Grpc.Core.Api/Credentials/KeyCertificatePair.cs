using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>A certificate with its private key, both in PEM.</summary>
public sealed class KeyCertificatePair(string certificateChain, string privateKey)
{
    /// <summary>The certificate and those that vouch for it.</summary>
    public string CertificateChain { get; } = GrpcPreconditions.CheckNotNull(certificateChain, nameof(certificateChain));

    /// <summary>The private key.</summary>
    public string PrivateKey { get; } = GrpcPreconditions.CheckNotNull(privateKey, nameof(privateKey));
}
