using Microsoft.AspNetCore.Mvc;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Session;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>Receives the form that imports professionals and hands the file to the service as it comes; the answer is its page, with the report.</summary>
public static class TeamUpload
{
    public const string DryRunField = "essai";
    public const string FileField = "fichier";

    // Far more than the service takes: it says itself that a file is too long.
    private const long LongestForm = 64 << 20;

    // Pages answer to POST, too, and would read the whole form first: this one comes before them.
    private const int BeforePages = -1;

    public static void MapTeamUpload(this WebApplication app) =>
        app.MapPost(TeamImportPage.Address, ReceiveAsync).RequireAuthorization(Roles.TeamPages).WithMetadata(new RequestSizeLimitAttribute(LongestForm)).WithOrder(BeforePages);

    private static Task<IResult> ReceiveAsync(HttpContext context, ServiceCalls calls) => StreamedForm.ReceiveAsync(context, async form =>
    {
        var (dryRun, id) = (false, "");
        while (await form.ReadFieldAsync(context.RequestAborted) is { } field)
        {
            if (field.Name == DryRunField) dryRun = field.Value == "oui";
            else if (field.Name == RequestId.Field && Guid.TryParse(field.Value, out var known)) id = known.ToString();
        }

        var import = new TeamImport(dryRun, null, null);
        if (form.File is { } file)
        {
            var header = new ProfessionalsFileHeader { DryRun = dryRun, RequestId = id.Length > 0 ? id : RequestId.New() };
            var answer = await calls.ImportProfessionalsAsync(header, file, context.RequestAborted);
            import = new(dryRun, answer.Value, answer.Problem);
        }

        import.ShowOn(context);
        return new PageResult(TeamImportPage.Address);
    });
}
