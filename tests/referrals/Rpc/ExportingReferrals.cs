using System.Text;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ExportingReferrals(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";

    [Fact]
    public async Task A_line_has_the_columns_and_codes_of_DORA_and_no_link()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas, _ => { });
        await caf.DeclineReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Reasons = { "session-complète", "hors-territoire" } });

        var file = await ReadAsync(ccas);
        var line = LineOf(file, sent);

        Assert.Equal("REFUSÉE", line["status"]);
        Assert.Equal("session-complète|autre", line["rejection_reasons"]);
        Assert.Equal(("Exemple", "Maëlle", "0261910002"), (line["beneficiary_last_name"], line["beneficiary_first_name"], line["beneficiary_phone"]));
        Assert.Equal(("institutions/ccas-rennes", "false"), (line["prescriber_structure"], line["is_anonymized"]));
        Assert.NotEmpty(line["processing_date"]);
        Assert.DoesNotContain("http", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("query_id", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipient_gets_what_the_person_agreed_to_share_and_others_get_nothing()
    {
        var (ccas, caf, stranger) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf), await host.ClientAsync("si-departement-35"));
        var sent = await SendAsync(ccas, referral => referral.Consent.SharedFields.AddRange(["identity", "need"]));

        Assert.Equal("", LineOf(await ReadAsync(caf), sent)["beneficiary_phone"]);
        Assert.Equal("0261910002", LineOf(await ReadAsync(ccas), sent)["beneficiary_phone"]);
        Assert.Single((await ReadAsync(stranger)).TrimEnd().Split("\r\n"));
    }

    [Fact]
    public async Task Nothing_in_it_is_run_by_a_spreadsheet_and_quotes_survive()
    {
        var ccas = await host.ClientAsync(Ccas);
        var formula = await SendAsync(ccas, referral =>
        {
            referral.Need = "=HYPERLINK(\"http://exemple.invalid\";\"cliquez\")";
            referral.Beneficiary.FamilyName = "@SOMME(A1)";
            referral.Beneficiary.Phone = "+33261910002";
            referral.ReferrerContact = "Accueil, \"bureau 2\"";
        });

        var line = LineOf(await ReadAsync(ccas), formula);

        Assert.StartsWith("'=HYPERLINK(\"", line["orientation_reasons"], StringComparison.Ordinal);
        Assert.Equal(("'@SOMME(A1)", "+33261910002", "Accueil, \"bureau 2\""), (line["beneficiary_last_name"], line["beneficiary_phone"], line["referent"]));
    }

    [Fact]
    public async Task Days_limit_it_and_each_referral_is_there_once()
    {
        var ccas = await host.ClientAsync(Ccas);
        var sent = await SendAsync(ccas, _ => { });
        var today = FrenchDay.Of(DateTimeOffset.UtcNow);

        var file = await ReadAsync(ccas, new() { SentFromDate = today.AddDays(-1).ToDate() });
        var old = await ReadAsync(ccas, new() { SentUntilDate = today.AddDays(-2).ToDate() });

        Assert.Equal(2, file.Split(Id(sent)).Length);
        Assert.DoesNotContain(Id(sent), old, StringComparison.Ordinal);
    }

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client, Action<Referral> change)
    {
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        change(request.Referral);
        return await client.SubmitReferralAsync(request);
    }

    private static async Task<string> ReadAsync(ReferralsService.ReferralsServiceClient client, ExportReferralsRequest? request = null)
    {
        using var export = client.ExportReferrals(request ?? new());
        using var bytes = new MemoryStream();
        while (await export.ResponseStream.MoveNext(CancellationToken.None)) export.ResponseStream.Current.Content.WriteTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static Dictionary<string, string> LineOf(string file, Referral referral)
    {
        var lines = file.Split("\r\n");
        return Cells(lines[0]).Zip(Cells(lines.Single(line => line.StartsWith(Id(referral), StringComparison.Ordinal)))).ToDictionary(StringComparer.Ordinal);
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cells[^1] += line[i++];
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) cells.Add("");
            else cells[^1] += line[i];
        }
        return cells;
    }

    private static string Id(Referral referral) => referral.Name["referrals/".Length..];

    private static string NewId() => Guid.NewGuid().ToString();
}
