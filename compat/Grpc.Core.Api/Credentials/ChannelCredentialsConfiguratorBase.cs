namespace Grpc.Core;

/// <summary>Told by channel credentials what they are made of; a client derives from it.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>There is no TLS.</summary>
    public abstract void SetInsecureCredentials(object state);

    /// <summary>There is TLS, with what is not null.</summary>
    public abstract void SetSslCredentials(
        object state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    /// <summary>They are another channel's with credentials for every call.</summary>
    public abstract void SetCompositeCredentials(object state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
