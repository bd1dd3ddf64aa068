using System.Globalization;
using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>Files of the conventions: the document that is signed, the evidence, the list as a table. They pass through as they come.</summary>
public static class ConventionFiles
{
    public const string Export = "/conventions.csv";

    public static void MapConventionFiles(this WebApplication app)
    {
        app.MapGet("/conventions/{id}/document.pdf", DocumentAsync).RequireAuthorization(Roles.ConventionPages);
        app.MapGet("/conventions/{id}/preuves.zip", EvidenceAsync).RequireAuthorization(Roles.ConventionPages);
        app.MapGet(Export, ExportAsync).RequireAuthorization(Roles.ConventionPages);
    }

    /// <summary>The document of a version; of the current one when it is 0.</summary>
    public static string DocumentOf(string name, int version = 0) =>
        $"{ConventionPage.AddressOf(name)}/document.pdf{(version > 0 ? string.Create(CultureInfo.InvariantCulture, $"?version={version}") : "")}";

    public static string EvidenceOf(string name) => ConventionPage.AddressOf(name) + "/preuves.zip";

    private static Task<IResult> DocumentAsync(HttpContext context, string id, int? version, ServiceCalls calls)
    {
        var request = new DownloadDocumentRequest { Name = "conventions/" + id, Version = version ?? 0 };
        return SendAsync(context, calls, (conventions, options) => conventions.DownloadDocument(request, options), "application/pdf", "convention.pdf", inline: true);
    }

    private static Task<IResult> EvidenceAsync(HttpContext context, string id, ServiceCalls calls)
    {
        var request = new DownloadEvidenceRequest { Name = "conventions/" + id };
        return SendAsync(context, calls, (conventions, options) => conventions.DownloadEvidence(request, options), "application/zip", "preuves.zip");
    }

    private static Task<IResult> ExportAsync(HttpContext context, ServiceCalls calls)
    {
        // The page says what is wrong with a date; the file leaves it out.
        var request = new ExportConventionsRequest { Filter = ConventionListForm.Of(context.Request.Query).ToRequest([]) };
        return SendAsync(context, calls, (conventions, options) => conventions.ExportConventions(request, options), "text/csv; charset=utf-8", "conventions.csv");
    }

    // A PDF of our own making is read in the browser: people read it before they sign. The names of files name nobody.
    private static Task<IResult> SendAsync(
        HttpContext context, ServiceCalls calls, Func<ConventionsService.ConventionsServiceClient, CallOptions, AsyncServerStreamingCall<FileChunk>> ask,
        string type, string file, bool inline = false) =>
        PassedOn.SendAsync(context, () => calls.DownloadAsync(ask, first => PassedOn.Begin(context.Response, type, file, inline, first.SizeBytes), context.RequestAborted));
}
