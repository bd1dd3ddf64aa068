using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Portal.Pages;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>
/// Computes the hash of a document that somebody wants to check, as it comes: it is kept nowhere, and only its hash goes on. Open to all,
/// like the page that shows the answer.
/// </summary>
public static class DocumentCheck
{
    public const string Address = "/verification/document";
    public const string FileField = "document";

    // Far more than a convention of three hundred pages.
    private const long LongestForm = 64 << 20;

    public static void MapDocumentCheck(this WebApplication app)
    {
        // As a delegate of any shape: one that takes the context alone would be run without its result.
        app.MapPost(Address, (Delegate)ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(LongestForm));
    }

    private static Task<IResult> ReceiveAsync(HttpContext context) => StreamedForm.ReceiveAsync(context, async form =>
    {
        while (await form.ReadFieldAsync(context.RequestAborted) is not null)
        {
            // Nothing but the file matters.
        }

        if (form.File is not { } file) return Results.LocalRedirect(VerificationPage.WithoutFile);
        var hash = await SHA256.HashDataAsync(file, context.RequestAborted);
        return Results.LocalRedirect(VerificationPage.AddressOf(Convert.ToHexStringLower(hash)));
    });
}
