using System.Buffers.Binary;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;

namespace Reseau.Conformance.Sidecar;

/// <summary>Makes a broken sidecar of a good one: the etags of what is saved get lost on the way.</summary>
internal sealed class EtagLosingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    // A gRPC message on the wire: one byte for compression, four for the length, then the message.
    private const int FrameLength = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/SaveState", StringComparison.Ordinal))
            request.Content = Without(await request.Content!.ReadAsByteArrayAsync(cancellationToken), request.Content);
        return await base.SendAsync(request, cancellationToken);
    }

    private static ByteArrayContent Without(byte[] framed, HttpContent original)
    {
        var save = SaveStateRequest.Parser.ParseFrom(framed.AsSpan(FrameLength));
        foreach (var item in save.States) item.Etag = null;

        var message = save.ToByteArray();
        var frame = new byte[FrameLength + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(FrameLength));

        var content = new ByteArrayContent(frame);
        content.Headers.ContentType = original.Headers.ContentType;
        return content;
    }
}
