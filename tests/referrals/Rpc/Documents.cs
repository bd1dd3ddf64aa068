using Google.Protobuf;
using Grpc.Core;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.TimelineEntry.Types;

namespace Reseau.Referrals.Tests.Rpc;

/// <summary>Sends and fetches documents as a client does.</summary>
internal static class Documents
{
    public static AttachmentHeader Header(string referral, string fileName, Visibility visibility = Visibility.Shared) => new()
    {
        Referral = referral,
        RequestId = Guid.NewGuid().ToString(),
        FileName = fileName,
        Visibility = visibility,
    };

    public static async Task<Referral> UploadAsync(this ReferralsService.ReferralsServiceClient client, AttachmentHeader header, byte[] content, int piece = 64 * 1024)
    {
        using var call = client.UploadAttachment();
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = header });
            foreach (var part in content.Chunk(piece)) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(part) });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The service answered before the end; its answer says why.
        }
        return await call.ResponseAsync;
    }

    public static async Task<(Attachment Attachment, byte[] Content)> DownloadAsync(this ReferralsService.ReferralsServiceClient client, string name)
    {
        using var call = client.DownloadAttachment(new() { Name = name });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var attachment = call.ResponseStream.Current.Attachment;
        using var content = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            Assert.InRange(call.ResponseStream.Current.Content.Length, 1, 64 * 1024);
            call.ResponseStream.Current.Content.WriteTo(content);
        }
        return (attachment, content.ToArray());
    }
}
