using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Session;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.TimelineEntry.Types;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>Documents of a referral, on their way in and out. Their names are about persons: they are in no address and no log.</summary>
public static class DocumentRoutes
{
    public const string ReadersField = "lecteurs";
    public const string TextField = "message";
    public const string FileField = "document";

    /// <summary>Word of the address that says what is wrong with the form.</summary>
    public const string ProblemField = "document";

    private const string Address = "/orientations/{id}/documents";

    // More than the service takes, so that a document somewhat too long is explained by it; what is longer still is cut off.
    private const long LongestForm = 64 << 20;

    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost(Address, ReceiveAsync).RequireAuthorization(Roles.ReferralPages).WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        app.MapGet(Address + "/{document}", SendAsync).RequireAuthorization(Roles.ReferralPages);
    }

    private static Task<IResult> ReceiveAsync(HttpContext context, string id, ServiceCalls calls) =>
        StreamedForm.ReceiveAsync(context, form => AttachAsync(context, "referrals/" + id, form, calls));

    private static async Task<IResult> AttachAsync(HttpContext context, string referral, UploadForm form, ServiceCalls calls)
    {
        var header = new AttachmentHeader { Referral = referral };
        while (await form.ReadFieldAsync(context.RequestAborted) is { } field)
        {
            if (field.Name == RequestId.Field) header.RequestId = field.Value;
            else if (field.Name == TextField) header.Text = field.Value;
            else if (field.Name == ReadersField && Enum.TryParse<Visibility>(field.Value, out var readers)) header.Visibility = readers;
        }

        if (header.Visibility == Visibility.Unspecified) return Back(referral, ProblemField, "upload.readers-required");
        if (form.File is not { } file) return Back(referral, ProblemField, "upload.file-required");
        header.FileName = form.FileName;
        var answer = await calls.AttachAsync(header, file, context.RequestAborted);
        return answer.Succeeded ? Back(referral, "fait", "joindre") : Back(referral, ProblemField, WordOf(answer.Problem));
    }

    private static string WordOf(CallProblem problem) => problem.Fields.Count == 0 ? problem.Reason
        : problem.Fields[0].Field == "header.text" ? "upload.text" : "upload.file-name";

    private static IResult Back(string referral, string word, string value) =>
        Results.LocalRedirect(QueryHelpers.AddQueryString($"/orientations/{ResourceId.InAddress(referral)}", word, value));

    private static Task<IResult> SendAsync(HttpContext context, string id, string document, ServiceCalls calls) => PassedOn.SendAsync(context,
        () => calls.DownloadAsync($"referrals/{id}/attachments/{document}", attachment => Begin(context.Response, attachment), context.RequestAborted));

    // Never shown in place: what comes from outside does not run under the portal's address.
    private static Stream Begin(HttpResponse response, Attachment attachment) => PassedOn.Begin(
        response, DocumentLabels.MediaType(attachment.Kind), attachment.FileName.Length > 0 ? attachment.FileName : "document", inline: false, attachment.SizeBytes);
}
