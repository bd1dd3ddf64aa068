using System.Buffers.Binary;
using System.Net;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;

namespace Reseau.Conformance.EventLog;

/// <summary>Stands before a sidecar as a broker with a full queue: of the first bulk publication it takes nothing, and says so of one event.</summary>
internal sealed class RefusingTheFirstCall() : DelegatingHandler(new SocketsHttpHandler())
{
    private bool _refused;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_refused || !request.RequestUri!.AbsolutePath.EndsWith("/BulkPublishEvent", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);
        _refused = true;
        return Task.FromResult(Answer(new() { FailedEntries = { new BulkPublishResponseFailedEntry { EntryId = "4", Error = "queue full" } } }));
    }

    // A gRPC message: a byte for "not compressed", its length, itself.
    private static HttpResponseMessage Answer(BulkPublishResponse message)
    {
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, Content = new ByteArrayContent(frame) };
        answer.Content.Headers.ContentType = new("application/grpc");
        answer.TrailingHeaders.Add("grpc-status", "0");
        return answer;
    }
}
