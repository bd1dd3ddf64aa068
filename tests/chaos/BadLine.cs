using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Reseau.Chaos;

/// <summary>What is wrong with a broker.</summary>
public enum Fault
{
    /// <summary>It takes everything and delivers nothing.</summary>
    Silent,

    /// <summary>It loses one message in ten.</summary>
    LosesOneInTen,

    /// <summary>It delivers twice, and not in the order it was given.</summary>
    RepeatsAndReorders,
}

/// <summary>
/// Stands between the sidecar and an application, and spoils what passes. The sidecar is told that every message arrived: what is lost here is lost, as
/// with a broker whose acknowledgement came too early.
/// </summary>
public sealed class BadLine : IAsyncDisposable
{
    private const int Held = 8;

    // Applications are served by the package; what calls them is the sidecar's own.
    private static readonly Method<Empty, ListTopicSubscriptionsResponse> ListTopicSubscriptions = MethodOf("ListTopicSubscriptions", Empty.Parser, ListTopicSubscriptionsResponse.Parser);
    private static readonly Method<TopicEventRequest, TopicEventResponse> OnTopicEvent = MethodOf("OnTopicEvent", TopicEventRequest.Parser, TopicEventResponse.Parser);

    private readonly Lock _gate = new();
    private readonly Random _chance;
    private readonly List<(TopicEventRequest Event, Metadata Headers)> _held = [];
    private readonly GrpcChannel _channel;
    private readonly CallInvoker _app;
    private readonly Fault _fault;
    private WebApplication _line = null!;

    private BadLine(string address, Fault fault, int seed)
    {
        (_fault, _chance, _channel) = (fault, new(seed), GrpcChannel.ForAddress(address));
        _app = _channel.CreateCallInvoker();
    }

    /// <summary>Where the sidecar delivers.</summary>
    public string Address => _line.Urls.Single();

    /// <summary>How many messages did not arrive, or not once and in their turn.</summary>
    public int Spoiled { get; private set; }

    /// <summary>Starts one in front of an application.</summary>
    public static async Task<BadLine> StartAsync(string address, Fault fault, int seed)
    {
        var line = new BadLine(address, fault, seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(line);
        line._line = builder.Build();
        line._line.MapGrpcService<Callback>();
        await line._line.StartAsync();
        return line;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _channel.Dispose();
    }

    private static Method<TRequest, TResponse> MethodOf<TRequest, TResponse>(string name, MessageParser<TRequest> request, MessageParser<TResponse> response)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        new(MethodType.Unary, "dapr.proto.runtime.v1.AppCallback", name, Marshallers.Create(message => message.ToByteArray(), request.ParseFrom), Marshallers.Create(message => message.ToByteArray(), response.ParseFrom));

    private async Task PassAsync(TopicEventRequest happened, Metadata headers)
    {
        foreach (var (passed, shown) in Spoil(happened, headers)) await _app.AsyncUnaryCall(OnTopicEvent, null, new(shown), passed);
    }

    private List<(TopicEventRequest Event, Metadata Headers)> Spoil(TopicEventRequest happened, Metadata headers)
    {
        lock (_gate)
        {
            if (_fault == Fault.Silent || (_fault == Fault.LosesOneInTen && _chance.Next(10) == 0))
            {
                Spoiled++;
                return [];
            }

            if (_fault != Fault.RepeatsAndReorders) return [(happened, headers)];
            // Some are kept for a while, any of those kept may come now, and stays to come again.
            _held.Add((happened, headers));
            Spoiled++;
            var coming = _held[_chance.Next(_held.Count)];
            if (_held.Count > Held) _held.RemoveAt(_chance.Next(_held.Count));
            return [coming, coming];
        }
    }

    private static Metadata Copy(Metadata headers)
    {
        var copy = new Metadata();
        if (headers.Get("dapr-api-token") is { } token) copy.Add(token);
        return copy;
    }

    private sealed class Callback(BadLine line) : AppCallback.AppCallbackBase
    {
        public override async Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context) =>
            await line._app.AsyncUnaryCall(BadLine.ListTopicSubscriptions, null, new(Copy(context.RequestHeaders)), request);

        public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
        {
            await line.PassAsync(request, Copy(context.RequestHeaders));
            return new() { Status = TopicEventResponse.Types.TopicEventResponseStatus.Success };
        }
    }
}
