using Microsoft.AspNetCore.Mvc;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Routes;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>Receives the form of an import and hands the file to the directory as it comes; the answer is the report.</summary>
public static class ImportUpload
{
    public const string Address = "/reseau/import/envoi";
    public const string ImportField = "import";
    public const string FormatField = "format";
    public const string InstitutionField = "institution";
    public const string DryRunField = "essai";
    public const string FileField = "fichier";

    public static void MapImportUpload(this WebApplication app) =>
        app.MapPost(Address, ReceiveAsync).RequireAuthorization(Roles.ImportPages).WithMetadata(new RequestSizeLimitAttribute(StreamedBodies.Maximum));

    private static Task<IResult> ReceiveAsync(HttpContext context, ServiceCalls calls) =>
        StreamedForm.ReceiveAsync(context, form => ImportAsync(context, form, calls));

    private static async Task<IResult> ImportAsync(HttpContext context, UploadForm form, ServiceCalls calls)
    {
        var fields = new ImportFields();
        while (await form.ReadFieldAsync(context.RequestAborted) is { } field) fields.Read(field.Name, field.Value);
        if (form.File is not { } file) fields.MissFile();
        else if (fields.Problems.Count == 0)
        {
            var answer = await calls.ImportAsync(fields.ToHeader(), file, context.RequestAborted);
            if (answer.Succeeded) return Results.LocalRedirect(ImportReportPage.AddressOf(fields.Id));
            fields.Refuse(answer.Problem.Reason);
        }

        return Results.LocalRedirect(fields.ToAddress());
    }
}
