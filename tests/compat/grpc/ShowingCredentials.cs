using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class ShowingCredentials
{
    private static readonly AsyncAuthInterceptor AddNothing = (_, _) => Task.CompletedTask;
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor(AddNothing);

    [Fact]
    public void A_client_is_told_what_call_credentials_are_made_of()
    {
        var told = new Told();
        Token.InternalPopulateConfiguration(told, "state");
        CallCredentials.Compose(Token, Token).InternalPopulateConfiguration(told, null);

        Assert.Equal(["state: interceptor", ": 2"], told.OfCalls);
    }

    [Fact]
    public void A_client_is_told_what_channel_credentials_are_made_of()
    {
        var told = new ToldOfChannels();
        ChannelCredentials[] all =
        [
            ChannelCredentials.Insecure,
            ChannelCredentials.SecureSsl,
            new SslCredentials("roots", new KeyCertificatePair("chain", "key")),
            ChannelCredentials.Create(ChannelCredentials.SecureSsl, Token),
        ];
        foreach (var each in all) each.InternalPopulateConfiguration(told, "state");

        Assert.Equal(["insecure", "ssl  ", "ssl roots chain", "composite SslCredentials True"], told.Words);
        Assert.Same(ChannelCredentials.SecureSsl, ChannelCredentials.SecureSsl);
    }

    [Fact]
    public void What_lacks_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(Token));
        Assert.Throws<ArgumentNullException>(() => CallCredentials.FromInterceptor(null!));
        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(null!, Token));
        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(ChannelCredentials.SecureSsl, null!));
        Assert.Throws<ArgumentNullException>(() => new KeyCertificatePair(null!, "key"));
        Assert.Throws<ArgumentNullException>(() => new AuthInterceptorContext("url", null!));
    }

    private sealed class Told : CallCredentialsConfiguratorBase
    {
        public List<string> OfCalls { get; } = [];

        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            OfCalls.Add($"{state}: {credentials.Count}");

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
            OfCalls.Add($"{state}: {(interceptor == AddNothing ? "interceptor" : "another")}");
    }

    private sealed class ToldOfChannels : ChannelCredentialsConfiguratorBase
    {
        public List<string> Words { get; } = [];

        public override void SetInsecureCredentials(object state) => Words.Add("insecure");

        public override void SetSslCredentials(
            object state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback) =>
            Words.Add($"ssl {rootCertificates} {keyCertificatePair?.CertificateChain}");

        public override void SetCompositeCredentials(object state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            Words.Add($"composite {channelCredentials.GetType().Name} {callCredentials == Token}");
    }
}
