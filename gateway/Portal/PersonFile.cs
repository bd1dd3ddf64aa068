using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>
/// The file of everything known of a person, documents included, for whoever asks for it with them. It passes through as it comes. Its address and its name name nobody, because both stay
/// in the browser's history; it is kept by no cache.
/// </summary>
public static class PersonFile
{
    private const string FileName = "donnees-de-la-personne.zip";

    /// <summary>The address of the file of a referral's page.</summary>
    public static string Address(string referralPage) => referralPage + "/donnees";

    /// <summary>Maps it.</summary>
    public static void MapPersonFile(this WebApplication app) => app.MapGet(Address("/orientations/{id}"), SendAsync).RequireAuthorization(Roles.ReferralPages);

    private static Task<IResult> SendAsync(string id, ServiceCalls calls, HttpContext context) => PassedOn.SendAsync(
        context, () => calls.ExportPersonAsync("referrals/" + id, () => Begin(context.Response), context.RequestAborted));

    private static Stream Begin(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return PassedOn.Begin(response, "application/zip", FileName, inline: false);
    }
}
