using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Privacy;
using Reseau.Referrals.Tests.Attachments;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.TimelineEntry.Types;
using static Reseau.Testing.Contracts.EveryMethod;
using Client = Reseau.Referrals.V1.ReferralsService.ReferralsServiceClient;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class PassingDocumentsOn(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";
    private const string Departement = "si-departement-35";
    private const string MissionLocale = "si-mission-locale-rennes";

    [Theory, OnEveryProvider]
    public async Task What_the_sender_shared_goes_along_hop_after_hop_as_if_it_had_been_joined_there(DatabaseProvider provider)
    {
        var network = new ReferralsHost { Provider = provider };
        await network.InitializeAsync();
        try
        {
            await FollowAsync(network);
        }
        finally
        {
            await network.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_sender_who_was_refused_sends_them_elsewhere_too()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf());
        await caf.DeclineReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Reasons = { "plus-de-place" } });

        var next = (await PassOnAsync(host, ccas, sent.Name, "departement-35")).RedirectedTo;

        var seen = await (await host.ClientAsync(Departement)).GetReferralAsync(new() { Name = next });
        Assert.Equal("attestation.pdf", Assert.Single(DocumentsOf(seen)).Attachment.FileName);
    }

    [Fact]
    public async Task Without_a_consent_that_covers_documents_none_goes_along()
    {
        var (ccas, caf, sent) = await SentAsync("identity", "need");
        await ccas.UploadAsync(Documents.Header(sent.Name, "note.pdf", Visibility.Internal), Files.Pdf());

        var next = (await PassOnAsync(host, caf, sent.Name, "departement-35")).RedirectedTo;

        Assert.Single((await ccas.GetReferralAsync(new() { Name = next })).Timeline);
        Assert.Equal((0, 0), await KeptAsync(next));
    }

    [Fact]
    public async Task A_convention_that_shares_no_documents_leaves_them_behind()
    {
        var own = new ReferralsHost();
        await own.InitializeAsync();
        await own.SignsAsync("ccas-rennes", "departement-35", policy => policy.Fields.AddRange(["identity", "need"]));
        var (ccas, caf) = (await own.ClientAsync(Ccas), await own.ClientAsync(Caf));
        var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(await own.KnowsServiceOfAsync("caf-35")));
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf());

        var next = (await PassOnAsync(own, caf, sent.Name, "departement-35")).RedirectedTo;

        Assert.Empty(DocumentsOf(await ccas.GetReferralAsync(new() { Name = next })));
        Assert.Single(DocumentsOf(await ccas.GetReferralAsync(new() { Name = sent.Name })));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_reply_retried_copies_nothing_again()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf(300_000));
        var request = new RedirectReferralRequest { Name = sent.Name, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("departement-35"), Reasons = { "plus-de-place" } };

        var first = await caf.RedirectReferralAsync(request);
        var before = await AllKeptAsync();

        for (var retry = 0; retry < 3; retry++) Assert.Equal(first, await caf.RedirectReferralAsync(request));
        Assert.Equal(before, await AllKeptAsync());
        Assert.Equal(await KeptAsync(sent.Name), await KeptAsync(first.RedirectedTo));
    }

    [Fact]
    public async Task Of_several_who_pass_a_person_on_at_once_one_does_and_the_others_leave_nothing()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf(2_000_000));
        var service = await host.KnowsServiceOfAsync("departement-35");
        var id = NewId();
        var before = await AllKeptAsync();
        var own = await KeptAsync(sent.Name);

        // Half of them are one click that was repeated.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => await caf.RedirectReferralAsync(
            new() { Name = sent.Name, RequestId = i % 2 == 0 ? id : NewId(), Service = service, Reasons = { "plus-de-place" } })));

        var next = Assert.Single(answers.Select(answer => answer.RedirectedTo).Distinct());
        Assert.Equal(own, await KeptAsync(next));
        Assert.Equal((before.Documents + own.Documents, before.Chunks + own.Chunks, 0), await AllKeptAsync());
    }

    [Fact]
    public async Task What_is_refused_after_all_leaves_nothing()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf(300_000));
        var before = await AllKeptAsync();
        var service = await host.KnowsServiceOfAsync("departement-35");

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await caf.RedirectReferralAsync(
            new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Service = service, Reasons = { "plus-de-place" } }));

        Assert.Equal("STALE_ETAG", ErrorInfoOf(refused).Reason);
        Assert.Equal(before, await AllKeptAsync());
    }

    [Fact]
    public async Task A_document_that_is_joined_meanwhile_is_never_left_behind()
    {
        for (var round = 0; round < 5; round++)
        {
            var (ccas, caf, sent) = await SentAsync();
            await ccas.UploadAsync(Documents.Header(sent.Name, "longue.pdf"), Files.Pdf(5_000_000));

            var joining = OutcomeOf(ccas.UploadAsync(Documents.Header(sent.Name, "photo.png"), Files.Png));
            var passing = OutcomeOf(PassOnAsync(host, caf, sent.Name, "departement-35"));
            await Task.WhenAll(joining, passing);

            Assert.Contains((await joining, await passing), ((string, string)[])[("", ""), ("", "STALE_ETAG"), ("REFERRAL_TRANSITION_NOT_ALLOWED", "")]);
            var ended = await ccas.GetReferralAsync(new() { Name = sent.Name });
            if ((await passing).Length > 0) continue;
            Assert.Equal(NamesOf(ended), NamesOf(await ccas.GetReferralAsync(new() { Name = ended.RedirectedTo })));
        }
    }

    [Fact]
    public async Task What_a_crash_leaves_before_the_redirection_opens_for_nobody_and_is_swept()
    {
        var (ccas, caf, sent) = await SentAsync();
        var id = IdOf((await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf(300_000))).Timeline[^1].Attachment.Name);
        var never = $"referrals/{Guid.NewGuid():N}";
        // Never disposed of: so does a process that is killed.
        await host.Services.GetRequiredService<AttachmentStore>().CopyAsync(sent.Name, [id], never, CancellationToken.None);

        Assert.Equal(await KeptAsync(sent.Name), await KeptAsync(never));
        Assert.Equal(0, await host.ReadAsync(db => db.PersonalKeys.CountAsync(key => key.Subject == never)));
        await WriteAsync(db => db.Attachments.Where(row => row.Subject == never).ExecuteUpdateAsync(row => row.SetProperty(r => r.StartedAt, DateTimeOffset.UtcNow.AddHours(-3))));

        var next = (await PassOnAsync(host, caf, sent.Name, "departement-35")).RedirectedTo;

        Assert.Equal((0, 0), await KeptAsync(never));
        Assert.Equal(await KeptAsync(sent.Name), await KeptAsync(next));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erasing_one_neither_erases_nor_keeps_the_other(bool first)
    {
        var (ccas, caf, sent) = await SentAsync();
        var content = Files.Pdf(150_000);
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), content);
        var next = (await PassOnAsync(host, caf, sent.Name, "departement-35")).RedirectedTo;
        var (erased, kept) = first ? (sent.Name, next) : (next, sent.Name);

        await WriteAsync(db => Forgetting.EraseAsync(db, erased, CancellationToken.None));

        Assert.Equal((0, 0), await KeptAsync(erased));
        var left = Assert.Single(DocumentsOf(await ccas.GetReferralAsync(new() { Name = kept })));
        Assert.Equal(content, (await ccas.DownloadAsync(left.Attachment.Name)).Content);
    }

    [Fact]
    public async Task The_person_takes_their_word_back_from_every_copy()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.UploadAsync(Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf());
        var next = (await PassOnAsync(host, caf, sent.Name, "departement-35")).RedirectedTo;

        await (await host.ClientAsync(Departement)).WithdrawConsentAsync(new() { Name = next, RequestId = NewId() });

        Assert.Equal(((0, 0), (0, 0)), (await KeptAsync(sent.Name), await KeptAsync(next)));
    }

    // The CCAS joins two, of which one for itself; the CAF joins one. Each next recipient gets the first, and each keeps its own.
    private static async Task FollowAsync(ReferralsHost host)
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var content = Files.Pdf(300_000);
        var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));
        var header = Documents.Header(sent.Name, "attestation.pdf");
        header.Text = "Ses droits de 2026.";
        await ccas.UploadAsync(header, content);
        await ccas.UploadAsync(Documents.Header(sent.Name, "note.pdf", Visibility.Internal), Files.Pdf());
        await caf.UploadAsync(Documents.Header(sent.Name, "compte-rendu.odt"), Files.Odt);

        var name = sent.Name;
        foreach (var (recipient, institution, next) in ((string, string, string)[])[(Caf, "departement-35", Departement), (Departement, "mission-locale-rennes", MissionLocale), (MissionLocale, "arcs-rennes", "paul.arcs")])
        {
            var before = name;
            name = (await PassOnAsync(host, await host.ClientAsync(recipient), name, institution)).RedirectedTo;

            var reader = await host.ClientAsync(next);
            var entry = Assert.Single(DocumentsOf(await reader.GetReferralAsync(new() { Name = name })));
            Assert.Equal(("institutions/ccas-rennes", "Ses droits de 2026.", Visibility.Shared), (entry.Institution, entry.Message, entry.Visibility));
            Assert.Equal(("attestation.pdf", 300_000, Attachment.Types.Scan.NotScanned), (entry.Attachment.FileName, entry.Attachment.SizeBytes, entry.Attachment.Scan));
            Assert.StartsWith(name + "/", entry.Attachment.Name, StringComparison.Ordinal);
            Assert.Equal(content, (await reader.DownloadAsync(entry.Attachment.Name)).Content);
            var other = entry.Attachment.Name.Replace(name, before, StringComparison.Ordinal);
            Assert.Equal("NOT_ALLOWED", ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => reader.DownloadAsync(other))).Reason);
            await reader.UploadAsync(Documents.Header(name, "compte-rendu.odt"), Files.Odt);
        }

        Assert.Equal(0, await host.ReadAsync(db => db.Attachments.CountAsync(row => !row.Complete)));
        Assert.Equal(4, await host.ReadAsync(db => db.PersonalKeys.Select(key => key.Key).Distinct().CountAsync()));
        var worklist = (await ccas.ListReferralsAsync(new())).Referrals.Single(line => line.Name == name);
        Assert.Equal(worklist.Etag, (await ccas.GetReferralAsync(new() { Name = name })).Etag);
    }

    private static async Task<Referral> PassOnAsync(ReferralsHost host, Client who, string name, string institution) => await who.RedirectReferralAsync(
        new() { Name = name, RequestId = NewId(), Service = await host.KnowsServiceOfAsync(institution), Reasons = { "plus-de-place" } });

    private async Task<(Client Ccas, Client Caf, Referral Sent)> SentAsync(params string[] shared)
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        request.Referral.Consent.SharedFields.AddRange(shared);
        return (ccas, caf, await ccas.SubmitReferralAsync(request));
    }

    private static IEnumerable<TimelineEntry> DocumentsOf(Referral referral) => referral.Timeline.Where(entry => entry.Attachment is not null);

    private static IEnumerable<string> NamesOf(Referral referral) => DocumentsOf(referral).Select(entry => entry.Attachment.FileName);

    private async Task<(int Documents, int Chunks)> KeptAsync(string referral) => (
        await host.ReadAsync(db => db.Attachments.CountAsync(row => row.Subject == referral)),
        await host.ReadAsync(db => db.AttachmentChunks.CountAsync(chunk => chunk.Subject == referral)));

    private async Task<(int Documents, int Chunks, int Loose)> AllKeptAsync() => (
        await host.ReadAsync(db => db.Attachments.CountAsync()),
        await host.ReadAsync(db => db.AttachmentChunks.CountAsync()),
        await host.ReadAsync(db => db.Attachments.CountAsync(row => !row.Complete)));

    private Task<int> WriteAsync(Func<ReferralsDb, Task> change) => host.Services.GetRequiredService<ILogWriter<ReferralsDb>>().WriteAsync(async (db, token) =>
    {
        await change(db);
        return await db.SaveChangesAsync(token);
    }, CancellationToken.None);

    // Empty when it succeeds.
    private static async Task<string> OutcomeOf(Task<Referral> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (RpcException refused)
        {
            return ErrorInfoOf(refused).Reason;
        }
    }

    private static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static string NewId() => Guid.NewGuid().ToString();
}
