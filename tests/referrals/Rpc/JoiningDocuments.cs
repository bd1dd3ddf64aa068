using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Tests.Attachments;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.TimelineEntry.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class JoiningDocuments(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const int Error = 112;

    [Theory]
    [InlineData(100, 10)]
    [InlineData(64 * 1024, 64 * 1024)]
    [InlineData((64 * 1024 * 5) + 1, 50_000)]
    [InlineData(1_000_000, 300_000)]
    public async Task A_document_arrives_on_the_other_side_as_it_was_sent(int length, int piece)
    {
        var (ccas, caf, sent) = await SentAsync(host);
        var content = Files.Pdf(length);

        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), content, piece);

        var entry = (await caf.GetReferralAsync(new() { Name = sent.Name })).Timeline[^1];
        Assert.Equal(("attachment-added", Visibility.Shared, "attestation.pdf", Attachment.Types.Kind.Pdf), (entry.Type, entry.Visibility, entry.Attachment.FileName, entry.Attachment.Kind));
        Assert.Equal((length, Attachment.Types.Scan.NotScanned), (entry.Attachment.SizeBytes, entry.Attachment.Scan));
        var (attachment, received) = await caf.DownloadAsync(entry.Attachment.Name);
        Assert.Equal(entry.Attachment, attachment);
        Assert.Equal(content, received);
    }

    [Fact]
    public async Task Postgres_keeps_documents_too()
    {
        var postgres = new ReferralsHost { Provider = DatabaseProvider.PostgreSql };
        await postgres.InitializeAsync();
        try
        {
            var (ccas, caf, sent) = await SentAsync(postgres);
            var content = Files.Pdf(300_000);
            var name = (await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), content)).Timeline[^1].Attachment.Name;
            Assert.Equal(content, (await caf.DownloadAsync(name)).Content);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_internal_document_is_not_there_for_the_other_side()
    {
        var (ccas, caf, sent) = await SentAsync(host);
        var own = await caf.UploadAsync(Documents.Header(sent.Name, "compte-rendu.odt", Visibility.Internal), Files.Odt);
        var name = own.Timeline[^1].Attachment.Name;

        Assert.Equal(sent, await ccas.GetReferralAsync(new() { Name = sent.Name }));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(() => ccas.DownloadAsync(name)));
        Assert.Equal(Files.Odt, (await caf.DownloadAsync(name)).Content);
        var stranger = await host.ClientAsync("si-departement-35");
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(() => stranger.DownloadAsync(name)));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(() => stranger.UploadAsync(Documents.Header(sent.Name, "a.pdf"), Files.Pdf())));
    }

    [Fact]
    public async Task A_lost_answer_retried_keeps_one_document()
    {
        var (ccas, _, sent) = await SentAsync(host);
        var header = Documents.Header(sent.Name, "attestation.pdf");
        var content = Files.Pdf(200_000);

        var first = await ccas.UploadAsync(header, content);

        Assert.Equal(first, await ccas.UploadAsync(header, content, piece: 1000));
        Assert.Equal(1, await host.ReadAsync(db => db.Attachments.CountAsync(row => row.Subject == sent.Name)));
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(() => ccas.UploadAsync(header, Files.Pdf(200_001))));
        Assert.Equal(1, await host.ReadAsync(db => db.Attachments.CountAsync(row => row.Subject == sent.Name)));
    }

    [Fact]
    public async Task A_document_that_lies_or_is_too_long_is_refused_and_nothing_is_kept()
    {
        var (ccas, _, sent) = await SentAsync(host);
        Task<string> Refused(string name, byte[] content) => ReasonAsync(() => ccas.UploadAsync(Documents.Header(sent.Name, name), content));

        Assert.Equal("ATTACHMENT_LIES_ABOUT_TYPE", await Refused("facture.pdf", [.. "MZ"u8, .. new byte[200_000]]));
        Assert.Equal("ATTACHMENT_LIES_ABOUT_TYPE", await Refused("facture.pdf", Files.Jpeg));
        Assert.Equal("ATTACHMENT_LIES_ABOUT_TYPE", await Refused("facture.pdf", Files.Pdf(300_000)[..^10]));
        Assert.Equal("ATTACHMENT_LIES_ABOUT_TYPE", await Refused("facture.exe", Files.Pdf()));
        Assert.Equal("ATTACHMENT_TYPE_NOT_ALLOWED", await Refused("tableau.xlsx", Files.Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", ""))));
        Assert.Equal("ATTACHMENT_TYPE_NOT_ALLOWED", await Refused("vide", []));
        Assert.Equal("ATTACHMENT_TOO_LARGE", await Refused("longue.pdf", Files.Pdf((10 << 20) + 1)));
        Assert.Equal("INVALID_REQUEST", await Refused("2 85 05 78 006 084 91.pdf", Files.Pdf()));

        Assert.Equal((0, 0), await KeptAsync(sent.Name));
        Assert.Equal(sent, await ccas.GetReferralAsync(new() { Name = sent.Name }));
    }

    [Fact]
    public async Task The_longest_document_is_taken_and_is_set_aside_while_it_arrives()
    {
        var (ccas, _, sent) = await SentAsync(host);
        var content = Files.Pdf(10 << 20);
        using var call = ccas.UploadAttachment();
        await call.RequestStream.WriteAsync(new() { Header = Documents.Header(sent.Name, "longue.pdf") });
        var half = content.Chunk(64 * 1024).ToArray();
        foreach (var part in half[..80]) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(part) });

        // Only a few pieces are in hand: nearly all that came is already laid down.
        await Eventually.GetAsync(() => KeptAsync(sent.Name), kept => kept.Chunks >= 70);

        foreach (var part in half[80..]) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(part) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(10 << 20, (await call.ResponseAsync).Timeline[^1].Attachment.SizeBytes);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_keeps_nothing()
    {
        var (ccas, _, sent) = await SentAsync(host);
        using (var call = ccas.UploadAttachment())
        {
            await call.RequestStream.WriteAsync(new() { Header = Documents.Header(sent.Name, "longue.pdf") });
            foreach (var part in Files.Pdf(600_000).Chunk(64 * 1024)) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(part) });
            await Eventually.GetAsync(() => KeptAsync(sent.Name), kept => kept.Chunks > 0);
        }

        await Eventually.GetAsync(() => KeptAsync(sent.Name), kept => kept == (0, 0));
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_is_swept_by_the_next_upload()
    {
        var (ccas, _, sent) = await SentAsync(host);
        await host.Services.GetRequiredService<ILogWriter<ReferralsDb>>().WriteAsync(async (db, token) =>
        {
            db.Attachments.Add(new() { Subject = sent.Name, Attachment = "left", StartedAt = DateTimeOffset.UtcNow.AddHours(-3), Chunks = 1 });
            db.AttachmentChunks.Add(new() { Subject = sent.Name, Attachment = "left", Sealed = [1] });
            return await db.SaveChangesAsync(token);
        }, CancellationToken.None);

        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf());

        Assert.Equal((1, 1), await KeptAsync(sent.Name));
    }

    [Fact]
    public async Task Sharing_a_document_needs_a_consent_that_covers_it()
    {
        var (ccas, _, sent) = await SentAsync(host, "identity", "need");

        Assert.Equal("ATTACHMENT_NOT_COVERED", await ReasonAsync(() => ccas.UploadAsync(Documents.Header(sent.Name, "a.pdf"), Files.Pdf())));
        Assert.Equal(2, (await ccas.UploadAsync(Documents.Header(sent.Name, "a.pdf", Visibility.Internal), Files.Pdf())).Timeline.Count);
    }

    [Fact]
    public async Task Each_side_joins_twenty_documents_and_no_more()
    {
        var (ccas, caf, sent) = await SentAsync(host);
        for (var i = 0; i < 20; i++) await caf.UploadAsync(Documents.Header(sent.Name, "a.png", Visibility.Internal), Files.Png);

        Assert.Equal("TOO_MANY_ATTACHMENTS", await ReasonAsync(() => caf.UploadAsync(Documents.Header(sent.Name, "a.png"), Files.Png)));
        await ccas.UploadAsync(Documents.Header(sent.Name, "a.png"), Files.Png);
    }

    [Fact]
    public async Task A_closed_referral_takes_no_document_and_still_gives_those_it_has()
    {
        var (ccas, caf, sent) = await SentAsync(host);
        var name = (await ccas.UploadAsync(Documents.Header(sent.Name, "photo.jpg"), Files.Jpeg)).Timeline[^1].Attachment.Name;
        await caf.DeclineReferralAsync(new() { Name = sent.Name, RequestId = Guid.NewGuid().ToString(), Reasons = { "plus-de-place" } });

        Assert.Equal("REFERRAL_TRANSITION_NOT_ALLOWED", await ReasonAsync(() => ccas.UploadAsync(Documents.Header(sent.Name, "photo.jpg"), Files.Jpeg)));
        Assert.Equal(Files.Jpeg, (await caf.DownloadAsync(name)).Content);
    }

    [Fact]
    public async Task Pieces_that_were_swapped_or_cut_off_are_not_given_out()
    {
        var own = new ReferralsHost { ExpectedErrors = [Error] };
        await own.InitializeAsync();
        var (ccas, _, sent) = await SentAsync(own);
        var swapped = (await ccas.UploadAsync(Documents.Header(sent.Name, "a.pdf"), Files.Pdf(150_000))).Timeline[^1].Attachment.Name;
        var cut = (await ccas.UploadAsync(Documents.Header(sent.Name, "b.pdf"), Files.Pdf(150_000))).Timeline[^1].Attachment.Name;
        var (swappedId, cutId) = (IdOf(swapped), IdOf(cut));
        await own.ReadAsync(async db =>
        {
            var pieces = await db.AttachmentChunks.Where(chunk => chunk.Attachment == swappedId).OrderBy(chunk => chunk.Number).ToListAsync();
            (pieces[0].Sealed, pieces[1].Sealed) = (pieces[1].Sealed, pieces[0].Sealed);
            var row = await db.Attachments.SingleAsync(attachment => attachment.Attachment == cutId);
            row.Chunks--;
            return await db.SaveChangesAsync();
        });

        Assert.Equal("INTERNAL", await ReasonAsync(() => ccas.DownloadAsync(swapped)));
        Assert.Equal("INTERNAL", await ReasonAsync(() => ccas.DownloadAsync(cut)));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Neither_name_nor_content_lies_in_clear_in_the_database()
    {
        var (ccas, _, sent) = await SentAsync(host);
        await ccas.UploadAsync(Documents.Header(sent.Name, "bulletin-de-maelle.pdf"), [.. "%PDF-1.7 a bulletin of the person %%EOF"u8]);

        var sealedBytes = await host.ReadAsync(db => db.AttachmentChunks.Where(chunk => chunk.Subject == sent.Name).Select(chunk => chunk.Sealed).SingleAsync());
        Assert.True(sealedBytes.AsSpan().IndexOf("bulletin"u8) < 0);
        var bodies = await host.ReadAsync(db => db.Events.Where(row => row.Stream == sent.Name).Select(row => row.Body).ToListAsync());
        Assert.All(bodies, body => Assert.DoesNotContain("bulletin", body, StringComparison.Ordinal));
        Assert.All(host.Logs.Lines, line => Assert.DoesNotContain("bulletin", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erased_documents_are_gone()
    {
        var (ccas, _, sent) = await SentAsync(host);
        var name = (await ccas.UploadAsync(Documents.Header(sent.Name, "a.pdf"), Files.Pdf())).Timeline[^1].Attachment.Name;

        await host.Services.GetRequiredService<ILogWriter<ReferralsDb>>().WriteAsync(async (db, token) =>
        {
            await AttachmentStore.EraseAsync(db, sent.Name, token);
            return true;
        }, CancellationToken.None);

        Assert.Equal((0, 0), await KeptAsync(sent.Name));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(() => ccas.DownloadAsync(name)));
    }

    [Fact]
    public async Task A_header_is_needed_first_and_once()
    {
        var (ccas, _, sent) = await SentAsync(host);
        using var none = ccas.UploadAttachment();
        await none.RequestStream.WriteAsync(new() { Content = ByteString.CopyFromUtf8("%PDF-") });
        await none.RequestStream.CompleteAsync();
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(() => none.ResponseAsync));

        using var twice = ccas.UploadAttachment();
        await twice.RequestStream.WriteAsync(new() { Header = Documents.Header(sent.Name, "a.pdf") });
        await twice.RequestStream.WriteAsync(new() { Header = Documents.Header(sent.Name, "a.pdf") });
        await twice.RequestStream.CompleteAsync();
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(() => twice.ResponseAsync));
    }

    private static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private async Task<(int Documents, int Chunks)> KeptAsync(string referral) => (
        await host.ReadAsync(db => db.Attachments.CountAsync(row => row.Subject == referral)),
        await host.ReadAsync(db => db.AttachmentChunks.CountAsync(chunk => chunk.Subject == referral)));

    private static async Task<string> ReasonAsync(Func<Task> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(call)).Reason;

    private static async Task<(ReferralsService.ReferralsServiceClient Ccas, ReferralsService.ReferralsServiceClient Caf, Referral Sent)> SentAsync(ReferralsHost host, params string[] shared)
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        request.Referral.Consent.SharedFields.AddRange(shared);
        return (ccas, caf, await ccas.SubmitReferralAsync(request));
    }
}
