using System.IO.Compression;
using System.Text.Json;
using Grpc.Core;
using Reseau.Referrals.Tests.Attachments;
using Reseau.Referrals.Tests.Rpc;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.TimelineEntry.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Privacy;

public sealed class ExportingDocumentsOfAPerson(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Data = "donnees.json";
    private const int PieceSize = 64 * 1024;

    [Fact]
    public async Task Each_side_gets_the_documents_that_it_may_read_as_they_were_sent_where_the_data_name_them()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var sent = await SendAsync(ccas);
        var (shared, theirs) = (Files.Pdf(700_001), Files.Pdf(1_000));
        await ccas.UploadAsync(Rpc.Documents.Header(sent.Name, "attestation de droits.pdf"), shared);
        var own = await caf.UploadAsync(Rpc.Documents.Header(sent.Name, "compte-rendu.odt", Visibility.Internal), Files.Odt);
        await ccas.UploadAsync(Rpc.Documents.Header(sent.Name, "note.pdf", Visibility.Internal), theirs);

        var (ofCcas, ofCaf) = (await ExportAsync(ccas, sent.Name), await ExportAsync(caf, sent.Name));

        Assert.Equal([Data, "attestation de droits.pdf", "note.pdf"], ofCcas.Keys.Select(Last));
        Assert.Equal([Data, "attestation de droits.pdf", "compte-rendu.odt"], ofCaf.Keys.Select(Last));
        Assert.Equal(shared, ofCcas.Single(file => file.Key.EndsWith("droits.pdf", StringComparison.Ordinal)).Value);
        Assert.Equal(theirs, ofCcas.Single(file => file.Key.EndsWith("note.pdf", StringComparison.Ordinal)).Value);
        var name = own.Timeline[^1].Attachment.Name.Split('/');
        Assert.Equal(Files.Odt, ofCaf[$"documents/{name[1]}/{name[3]}/compte-rendu.odt"]);
        using var data = JsonDocument.Parse(ofCaf[Data]);
        Assert.Equal(sent.Name, data.RootElement.GetProperty("referrals")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_document_that_went_along_with_the_person_is_there_twice_under_each_referral()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var sent = await SendAsync(ccas);
        var content = Files.Pdf(100_000);
        await ccas.UploadAsync(Rpc.Documents.Header(sent.Name, "attestation.pdf"), content);
        var next = (await caf.RedirectReferralAsync(new()
        {
            Name = sent.Name, RequestId = Guid.NewGuid().ToString(), Service = await host.KnowsServiceOfAsync("departement-35"), Reasons = { "plus-de-place" },
        })).RedirectedTo;

        var files = (await ExportAsync(ccas, sent.Name)).Where(file => file.Key != Data).ToList();

        Assert.Equal(new[] { sent.Name, next }.Order(), files.Select(file => "referrals/" + file.Key.Split('/')[1]).Order());
        Assert.All(files, file => Assert.Equal(content, file.Value));
        Assert.Single((await ExportAsync(caf, sent.Name)).Keys, file => file != Data);
    }

    [Fact]
    public async Task What_was_erased_is_not_in_it_and_others_get_nothing()
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var sent = await SendAsync(ccas);
        await ccas.UploadAsync(Rpc.Documents.Header(sent.Name, "attestation.pdf"), Files.Pdf());
        var stranger = await host.ClientAsync("si-departement-35");

        Assert.Equal("NOT_ALLOWED", ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => ExportAsync(stranger, sent.Name))).Reason);
        await ccas.WithdrawConsentAsync(new() { Name = sent.Name, RequestId = Guid.NewGuid().ToString() });

        Assert.Equal([Data], (await ExportAsync(ccas, sent.Name)).Keys);
    }

    [Fact]
    public async Task Many_documents_leave_in_pieces_of_which_only_the_last_is_short()
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var sent = await SendAsync(ccas);
        foreach (var number in Enumerable.Range(0, 4)) await ccas.UploadAsync(Rpc.Documents.Header(sent.Name, "attestation.pdf", Visibility.Internal), Files.Pdf(3_000_000 + number));

        using var call = ccas.ExportPersonFile(new() { Name = sent.Name });
        var sizes = new List<int>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) sizes.Add(call.ResponseStream.Current.Content.Length);

        Assert.True(sizes.Sum() > 12_000_000);
        Assert.All(sizes[..^1], size => Assert.Equal(PieceSize, size));
        Assert.InRange(sizes[^1], 1, PieceSize);
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client)
    {
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        // In letters: digits of an identifier may look like a social security number, and be refused.
        request.Referral.Beneficiary.FamilyName = "Exemple" + string.Concat(Guid.NewGuid().ToByteArray().Select(one => (char)('a' + (one % 26))));
        return await client.SubmitReferralAsync(request);
    }

    private static async Task<Dictionary<string, byte[]>> ExportAsync(ReferralsService.ReferralsServiceClient client, string name)
    {
        using var call = client.ExportPersonFile(new() { Name = name });
        using var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) call.ResponseStream.Current.Content.WriteTo(bytes);
        await using var zip = new ZipArchive(bytes);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            using var file = new MemoryStream();
            await content.CopyToAsync(file);
            files.Add(entry.FullName, file.ToArray());
        }
        return files;
    }
}
