using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Routes;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>
/// Receives the form of an import and hands the file to the directory as it comes, never whole in memory nor on disk:
/// <code>
/// antiforgery token → fields → file, in pieces → report
/// </code>
/// The token must be the first field: nothing else is read before it is found valid. A page component would have read the whole
/// form before anything else, which is why this is an endpoint of its own.
/// </summary>
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

    private static async Task<IResult> ReceiveAsync(HttpContext context, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, ServiceCalls calls)
    {
        if (BoundaryOf(context.Request) is not { } boundary) return Results.StatusCode(StatusCodes.Status400BadRequest);

        var form = new UploadForm(new MultipartReader(boundary, context.Request.Body));
        try
        {
            return await form.ReadFieldAsync(context.RequestAborted) is { } token
                && token.Name == options.Value.FormFieldName
                && await IsValidAsync(context, antiforgery, options.Value, token.Value)
                ? await ImportAsync(context, form, calls)
                : Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && exception is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        finally
        {
            // A browser that is still sending would show a lost connection instead of our answer.
            await DrainAsync(context);
        }
    }

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

    // The framework looks for the token in a header before it would read the form, the whole of it.
    private static Task<bool> IsValidAsync(HttpContext context, IAntiforgery antiforgery, AntiforgeryOptions options, string token)
    {
        if (options.HeaderName is not { } header || token.Length == 0) return Task.FromResult(false);
        context.Request.Headers[header] = token;
        return antiforgery.IsRequestValidAsync(context);
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : null;

    private static async Task DrainAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The browser has left, or sent more than the limit: there is nobody to wait for.
        }
    }
}
