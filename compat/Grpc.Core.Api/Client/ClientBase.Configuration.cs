using Grpc.Core.Utils;

namespace Grpc.Core;

public abstract partial class ClientBase
{
    /// <summary>How a client was made, for another to be made alike; opaque to generated code, which only hands it on.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly CallInvoker _callInvoker;
        private readonly string? _host;

        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            _callInvoker = GrpcPreconditions.CheckNotNull(callInvoker, nameof(callInvoker));
            _host = host;
        }

        internal ClientBaseConfiguration WithHost(string host) =>
            new(_callInvoker, GrpcPreconditions.CheckNotNull(host, nameof(host)));

        internal CallInvoker CreateCallInvoker() => new HostCallInvoker(_callInvoker, _host);
    }
}
