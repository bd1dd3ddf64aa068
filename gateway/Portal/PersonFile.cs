using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>
/// The file of everything known of a person, for whoever asks for it with them. Its address and its name name nobody, because both stay
/// in the browser's history; it is kept by no cache.
/// </summary>
public static class PersonFile
{
    private const string FileName = "donnees-de-la-personne.json";

    /// <summary>The address of the file of a referral's page.</summary>
    public static string Address(string referralPage) => referralPage + "/donnees";

    /// <summary>Maps it.</summary>
    public static void MapPersonFile(this WebApplication app) => app.MapGet(Address("/orientations/{id}"), SendAsync).RequireAuthorization(Roles.ReferralPages);

    private static async Task<IResult> SendAsync(string id, ServiceCalls calls, HttpContext context)
    {
        var answer = await calls.ExportPersonAsync("referrals/" + id, context.RequestAborted);
        if (!answer.Succeeded) return Results.StatusCode(answer.Problem.HttpStatus);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(answer.Value, "application/json", FileName);
    }
}
