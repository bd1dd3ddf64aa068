using System.Globalization;
using Grpc.Core;
using Reseau.Journeys.Local;
using Reseau.Referrals.V1;
using Reseau.Testing;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// The disk is full while referrals are sent: a command that cannot be kept is refused, with a status that says "later"; what was acknowledged is there;
/// and once there is room again everything goes on without a restart. The disk is a small one in memory, in a mount namespace of the process alone.
/// </summary>
public sealed class FillingTheDisk(ITestOutputHelper output)
{
    private const int Megabytes = 48;
    private const int Refusals = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_was_acknowledged_stays_and_sending_goes_on_once_there_is_room()
    {
        using var data = new DataFolder();
        await using var edition = LocalEdition.BeginOnSmallDisk(data.Path, Megabytes);
        await edition.IsReady;
        using var ccas = await Party.SignInAsync(edition, Party.Ccas);
        var service = await Requests.CafServiceAsync(ccas);
        List<string> acknowledged = [(await Requests.SubmitAsync(ccas, Requests.Submission(service))).Name];

        // The process's own view of its disk.
        var ballast = string.Create(CultureInfo.InvariantCulture, $"/proc/{edition.ProcessId}/root{data.Path}/ballast");
        Fill(ballast);
        var (refused, waiting) = (new Dictionary<StatusCode, int>(), (SubmitReferralRequest?)null);
        for (var start = DateTime.UtcNow; refused.Values.Sum() < Refusals; )
        {
            Assert.True(DateTime.UtcNow - start < Patience, "The disk never was full: nothing is proven.");
            var request = Requests.Submission(service);
            if (await TrySendAsync(ccas, request, refused) is { } name) acknowledged.Add(name);
            else waiting = request;
        }

        output.WriteLine($"{acknowledged.Count} acknowledged; refused: {string.Join(", ", refused)}");
        Assert.Equal([StatusCode.Unavailable], refused.Keys);
        File.Delete(ballast);

        // The one that was refused is sent again, as a client would: the same request.
        var last = await Eventually.GetAsync<string?>(async () => await TrySendAsync(ccas, waiting!, refused), name => name is not null, Patience);
        acknowledged.Add(last!);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await NamesAsync(ccas)).Order(StringComparer.Ordinal));

        // And the other service hears of it: its recipient's stream tells them all.
        using var caf = await Party.SignInAsync(edition, Party.Caf);
        var accepted = await caf.Referrals.GetReferralAsync(new() { Name = last });
        await caf.Referrals.AcceptReferralAsync(new() { Name = last, Etag = accepted.Etag, RequestId = Requests.NewId() });
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<string?> TrySendAsync(Party ccas, SubmitReferralRequest request, Dictionary<StatusCode, int> refused)
    {
        try
        {
            return (await ccas.Referrals.SubmitReferralAsync(request, deadline: DateTime.UtcNow.AddSeconds(20))).Name;
        }
        catch (RpcException refusal)
        {
            refused[refusal.StatusCode] = refused.GetValueOrDefault(refusal.StatusCode) + 1;
            return null;
        }
    }

    private static async Task<List<string>> NamesAsync(Party party)
    {
        var names = new List<string>();
        for (var token = ""; ;)
        {
            var page = await party.Referrals.ListReferralsAsync(new() { PageSize = 200, PageToken = token });
            names.AddRange(page.Referrals.Select(referral => referral.Name));
            if (page.NextPageToken.Length == 0) return names;
            token = page.NextPageToken;
        }
    }
}
