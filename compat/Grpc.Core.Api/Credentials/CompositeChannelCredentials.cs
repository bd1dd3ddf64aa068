using Grpc.Core.Utils;

namespace Grpc.Core;

internal sealed class CompositeChannelCredentials(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    : ChannelCredentials
{
    private readonly ChannelCredentials _channelCredentials = GrpcPreconditions.CheckNotNull(channelCredentials, nameof(channelCredentials));
    private readonly CallCredentials _callCredentials = GrpcPreconditions.CheckNotNull(callCredentials, nameof(callCredentials));

    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state) =>
        configurator.SetCompositeCredentials(state, _channelCredentials, _callCredentials);
}
