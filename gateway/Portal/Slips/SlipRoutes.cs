using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal.Slips;

/// <summary>The slip as a file.</summary>
public static class SlipRoutes
{
    /// <summary>Its address; what the page of the slip adds to its own.</summary>
    public const string Extension = ".pdf";

    public static void MapSlips(this WebApplication app) =>
        app.MapGet("/orientations/{id}/fiche" + Extension, WriteAsync).RequireAuthorization(Roles.ReferralPages);

    // The name of the file names nobody: it stays in the list of downloads.
    private static async Task<IResult> WriteAsync(string id, SlipFinder slips)
    {
        var (slip, problem) = await slips.FindAsync("referrals/" + id);
        return slip is null
            ? Results.StatusCode(problem?.HttpStatus ?? StatusCodes.Status404NotFound)
            : Results.File(SlipPdf.Write(slip), "application/pdf", "fiche.pdf");
    }
}
