using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.Tests.Attachments;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ScanningDocuments : IAsyncLifetime
{
    private readonly Clamd _clamd = new();
    private readonly ReferralsHost _host;

    public ScanningDocuments() => _host = new() { Settings = _clamd.Settings };

    public Task InitializeAsync() => _host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _clamd.DisposeAsync();
    }

    [Fact]
    public async Task What_is_clean_says_so_and_what_is_infected_is_not_kept()
    {
        var (ccas, sent) = await SentAsync();

        var clean = await ccas.UploadAsync(Documents.Header(sent, "a.pdf"), Files.Pdf(300_000));
        Assert.Equal(Attachment.Types.Scan.Clean, clean.Timeline[^1].Attachment.Scan);

        var content = Files.Pdf(300_000);
        // Across the border of two pieces.
        System.Text.Encoding.ASCII.GetBytes(Clamd.Signature).CopyTo(content, (64 * 1024) - 5);
        var refused = await Assert.ThrowsAsync<RpcException>(() => ccas.UploadAsync(Documents.Header(sent, "b.pdf"), content));
        Assert.Equal("ATTACHMENT_INFECTED", ErrorInfoOf(refused).Reason);
        Assert.Equal(1, await _host.ReadAsync(db => db.Attachments.CountAsync()));
        Assert.Equal(5, await _host.ReadAsync(db => db.AttachmentChunks.CountAsync()));
    }

    [Fact]
    public async Task What_was_found_clean_stays_so_when_the_person_is_passed_on_and_nobody_is_asked_again()
    {
        var (ccas, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent, "a.pdf"), Files.Pdf());
        await _clamd.DisposeAsync();

        var ended = await (await _host.ClientAsync("si-caf-35")).RedirectReferralAsync(new()
        {
            Name = sent, RequestId = Guid.NewGuid().ToString(), Service = await _host.KnowsServiceOfAsync("departement-35"), Reasons = { "plus-de-place" },
        });

        var next = await (await _host.ClientAsync("si-departement-35")).GetReferralAsync(new() { Name = ended.RedirectedTo });
        Assert.Equal(Attachment.Types.Scan.Clean, next.Timeline[^1].Attachment.Scan);
    }

    [Fact]
    public async Task Nothing_passes_an_antivirus_that_does_not_answer()
    {
        var (ccas, sent) = await SentAsync();
        await _clamd.DisposeAsync();
        if (Clamd.Real is not null) return;

        var refused = await Assert.ThrowsAsync<RpcException>(() => ccas.UploadAsync(Documents.Header(sent, "a.pdf"), Files.Pdf()));

        Assert.Equal((StatusCode.Unavailable, "ANTIVIRUS_UNAVAILABLE"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        Assert.Equal(0, await _host.ReadAsync(db => db.Attachments.CountAsync()));
    }

    private async Task<(ReferralsService.ReferralsServiceClient, string)> SentAsync()
    {
        var ccas = await _host.ClientAsync("si-ccas-rennes");
        return (ccas, (await ccas.SubmitReferralAsync(ReferralsHost.Submission(await _host.KnowsServiceOfAsync("caf-35")))).Name);
    }
}
