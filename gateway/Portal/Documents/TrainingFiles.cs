using System.Globalization;
using Grpc.Core;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Pages;
using Reseau.Gateway.Session;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>Files of the sessions: the certificate of a person, the sheet to sign. They pass through as they come; their names name nobody.</summary>
public static class TrainingFiles
{
    private const string Pdf = "application/pdf";

    public static void MapTrainingFiles(this WebApplication app)
    {
        app.MapGet("/formations/sessions/{id}/attestations/{professional}.pdf", CertificateAsync).RequireAuthorization(Roles.OwnTrainingPages);
        app.MapGet("/formations/sessions/{id}/feuilles/{halfDay:int}.pdf", SheetAsync).RequireAuthorization(Roles.AttendancePages);
    }

    /// <summary>The certificate that goes with an enrolment.</summary>
    /// <param name="enrolment"><c>sessions/{session}/enrolments/{professional}</c>.</param>
    public static string CertificateOf(string enrolment) =>
        enrolment.Split('/') is [_, var session, _, var professional] ? $"{SessionPage.AddressOf("sessions/" + session)}/attestations/{Uri.EscapeDataString(professional)}.pdf" : "";

    /// <summary>The sheet of a half-day, from 1.</summary>
    public static string SheetOf(string session, int halfDay) => string.Create(CultureInfo.InvariantCulture, $"{SessionPage.AddressOf(session)}/feuilles/{halfDay}.pdf");

    private static Task<IResult> CertificateAsync(HttpContext context, string id, string professional, ServiceCalls calls)
    {
        var request = new DownloadCertificateRequest { Name = $"sessions/{id}/enrolments/{professional}" };
        return SendAsync(context, calls, (sessions, options) => sessions.DownloadCertificate(request, options), "attestation.pdf");
    }

    private static Task<IResult> SheetAsync(HttpContext context, string id, int halfDay, ServiceCalls calls)
    {
        var request = new DownloadSignInSheetRequest { Session = "sessions/" + id, HalfDay = halfDay };
        return SendAsync(context, calls, (sessions, options) => sessions.DownloadSignInSheet(request, options), "feuille-d-emargement.pdf");
    }

    // A PDF of our own making is read, and printed, from the browser.
    private static Task<IResult> SendAsync(
        HttpContext context, ServiceCalls calls, Func<SessionsService.SessionsServiceClient, CallOptions, AsyncServerStreamingCall<TrainingFileChunk>> ask, string file) =>
        PassedOn.SendAsync(context, () => calls.DownloadTrainingAsync(ask, _ => PassedOn.Begin(context.Response, Pdf, file, inline: true), context.RequestAborted));
}
