using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing;

namespace Reseau.Journeys.Local;

/// <summary>Requests as an information system writes them; a test changes what it is about.</summary>
public static class Requests
{
    /// <summary>A person sent to a service, with their consent to everything.</summary>
    public static SubmitReferralRequest Submission(string service) => new()
    {
        RequestId = NewId(),
        Referral = new()
        {
            Service = service,
            Theme = "numerique--acceder-a-ses-droits-en-ligne",
            Need = "Ne parvient pas à déclarer ses ressources en ligne.",
            ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
            Beneficiary = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02", Commune = "35238" },
            Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Claire Martin" },
        },
    };

    /// <summary>Three days from now, at the reception desk.</summary>
    public static Appointment Appointment() => new() { StartTime = DateTimeOffset.UtcNow.AddDays(3).ToTimestamp(), Place = "Accueil, bureau 2" };

    /// <summary>A day on which a wait may end.</summary>
    public static Date InAMonth()
    {
        var day = DateTimeOffset.UtcNow.AddDays(30);
        return new() { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    /// <summary>A service of the CAF that takes referrals.</summary>
    public static async Task<string> CafServiceAsync(Party party)
    {
        var found = await party.Partners.SearchServicesAsync(new() { Text = "CAF", Commune = "35238", AcceptsReferralsOnly = true, PageSize = 200 });
        return found.Hits.First(hit => hit.Service.Institution == "institutions/caf-35").Service.Name;
    }

    /// <summary>Sends it. Right after the first start the referral service may still be learning what the directory holds.</summary>
    public static Task<Referral> SubmitAsync(Party sender, SubmitReferralRequest request) => Eventually.GetAsync<Referral>(async () =>
    {
        try
        {
            return await sender.Referrals.SubmitReferralAsync(request);
        }
        catch (RpcException notYet) when (notYet.StatusCode == StatusCode.NotFound)
        {
            return null!;
        }
    }, sent => sent is not null);

    /// <summary>A request id.</summary>
    public static string NewId() => Guid.NewGuid().ToString();
}
