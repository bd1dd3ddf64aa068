using System.Net.Sockets;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Sidecar.Hosting;

namespace Reseau.Sidecar.PubSub;

/// <summary>The way to one application, at one address.</summary>
internal sealed class AppConnection : IDisposable
{
    private static readonly TimeSpan ListingTimeout = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel _channel;
    private readonly AppCallback.AppCallbackClient _app;
    private readonly string _token;

    public AppConnection(string address, string token)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            // The trace of an event is its publisher's; the handler would put its own in the header.
            HttpHandler = new SocketsHttpHandler { ActivityHeadersPropagator = null, EnableMultipleHttp2Connections = true },
            DisposeHttpClient = true,

            // An application that starts is found within half a second, however long it was away.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });
        _app = new AppCallback.AppCallbackClient(_channel);
        _token = token;
    }

    public async Task<ListTopicSubscriptionsResponse> ListAsync(CancellationToken cancellationToken) =>
        await _app.ListTopicSubscriptionsAsync(new Empty(), Headers(), DeadlineIn(ListingTimeout), cancellationToken);

    public async Task<Answer> OfferAsync(TopicEventRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _app.OnTopicEventAsync(request, HeadersOf(request), DeadlineIn(timeout), cancellationToken);
            return response.Status switch
            {
                TopicEventResponse.Types.TopicEventResponseStatus.Success => new Answer(AnswerKind.Handled, "SUCCESS"),
                TopicEventResponse.Types.TopicEventResponseStatus.Drop => new Answer(AnswerKind.GivenUp, "DROP"),
                _ => new Answer(AnswerKind.Refused, "RETRY"),
            };
        }
        catch (RpcException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Answer(KindOf(exception), exception.StatusCode.ToString());
        }
    }

    public void Dispose() => _channel.Dispose();

    // gRPC measures deadlines on the machine's clock, whichever clock the sidecar follows.
    private static DateTime DeadlineIn(TimeSpan timeout) => TimeProvider.System.GetUtcNow().UtcDateTime + timeout;

    private static AnswerKind KindOf(RpcException exception) => exception switch
    {
        { StatusCode: StatusCode.Unimplemented } => AnswerKind.NotHandledHere,
        { Status.DebugException: HttpRequestException or IOException or SocketException } => AnswerKind.Unreachable,
        _ => AnswerKind.Refused,
    };

    private Grpc.Core.Metadata Headers() => _token.Length > 0 ? new() { { ApiTokenInterceptor.Header, _token } } : [];

    private Grpc.Core.Metadata HeadersOf(TopicEventRequest request)
    {
        var headers = Headers();
        foreach (var name in new[] { "traceparent", "tracestate" })
        {
            if (request.Extensions.Fields.TryGetValue(name, out var value) && value.StringValue.Length > 0) headers.Add(name, value.StringValue);
        }

        return headers;
    }
}
