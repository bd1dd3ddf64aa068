using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Reseau.Gateway.Session;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// Every call the portal makes to a service: with the person's own token, a deadline, and failures turned into sentences here
/// and nowhere else. The person's rights are therefore those of the services; the portal adds none.
/// </summary>
public sealed partial class ServiceCalls(
    PartnersService.PartnersServiceClient partners,
    ReferralsService.ReferralsServiceClient referrals,
    FiguresService.FiguresServiceClient figures,
    NotificationsService.NotificationsServiceClient notifications,
    ConventionClients conventions,
    TrainingClients training,
    IHttpContextAccessor accessor,
    TimeProvider clock,
    ILogger<ServiceCalls> logger)
{
    private const int Piece = 512 * 1024;
    private const int DocumentPiece = 64 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    // Ten megabytes over the line of a village hall.
    private static readonly TimeSpan DocumentDeadline = TimeSpan.FromMinutes(10);

    // Twenty documents of ten megabytes, copied on a slow disk.
    private static readonly TimeSpan CopyDeadline = TimeSpan.FromMinutes(1);

    // As long as it takes to send the largest file over a slow line.
    private static readonly TimeSpan ImportDeadline = TimeSpan.FromHours(1);

    public Task<Answer<T>> Partners<T>(Func<PartnersService.PartnersServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("partners", options => call(partners, options));

    public Task<Answer<T>> Referrals<T>(Func<ReferralsService.ReferralsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("referrals", options => call(referrals, options));

    public Task<Answer<T>> Figures<T>(Func<FiguresService.FiguresServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("referrals", options => call(figures, options));

    public Task<Answer<T>> Notifications<T>(Func<NotificationsService.NotificationsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("referrals", options => call(notifications, options));

    /// <summary>
    /// Hands a file to the directory as it comes. It stops with the browser: what was kept stays, and the same import resumes.
    /// </summary>
    public async Task<Answer<Import>> ImportAsync(ImportHeader header, Stream file, CancellationToken cancellation)
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(ImportDeadline).UtcDateTime).WithCancellationToken(cancellation);
        using var call = partners.ImportDirectory(options);
        await WriteAsync(call.RequestStream, new() { Header = header }, content => new() { Content = content }, file, Piece, cancellation);
        return await AnswerAsync("partners", call.ResponseAsync);
    }

    /// <summary>Fetches everything the institution sees of the person of a referral, with the documents; <paramref name="begin"/> says where to.</summary>
    /// <exception cref="RpcException">The service failed after the beginning.</exception>
    public Task<Answer<ExportPersonFileResponse>> ExportPersonAsync(string name, Func<Stream> begin, CancellationToken cancellation) => FetchAsync(
        "referrals", options => referrals.ExportPersonFile(new() { Name = name }, options), piece => piece ?? new(), piece => piece.Content, _ => begin(), cancellation);

    /// <summary>Joins a document to a referral, as it comes.</summary>
    public async Task<Answer<Referral>> AttachAsync(AttachmentHeader header, Stream file, CancellationToken cancellation)
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(DocumentDeadline).UtcDateTime).WithCancellationToken(cancellation);
        using var call = referrals.UploadAttachment(options);
        await WriteAsync(call.RequestStream, new() { Header = header }, content => new() { Content = content }, file, DocumentPiece, cancellation);
        return await AnswerAsync("referrals", call.ResponseAsync);
    }

    /// <summary>Passes a person on: the documents that go along take a while to copy.</summary>
    public async Task<Answer<Referral>> RedirectAsync(RedirectReferralRequest request)
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(CopyDeadline).UtcDateTime);
        using var call = referrals.RedirectReferralAsync(request, options);
        return await AnswerAsync("referrals", call.ResponseAsync);
    }

    /// <summary>Fetches a document piece by piece; <paramref name="begin"/> says where to, once it is known what it is.</summary>
    /// <exception cref="RpcException">The service failed after the beginning.</exception>
    public Task<Answer<Attachment>> DownloadAsync(string name, Func<Attachment, Stream> begin, CancellationToken cancellation) => FetchAsync(
        "referrals", options => referrals.DownloadAttachment(new() { Name = name }, options),
        piece => piece?.Attachment ?? throw new RpcException(new(StatusCode.Internal, "The document has no beginning.")), piece => piece.Content, begin, cancellation);

    // What the first piece says of the file decides where it goes; its content follows as it comes. An export of nothing may have no piece at all.
    private async Task<Answer<TFile>> FetchAsync<TPiece, TFile>(
        string service, Func<CallOptions, AsyncServerStreamingCall<TPiece>> ask, Func<TPiece?, TFile> what, Func<TPiece, ByteString> content, Func<TFile, Stream> begin, CancellationToken cancellation)
        where TPiece : class
        where TFile : class
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(DocumentDeadline).UtcDateTime).WithCancellationToken(cancellation);
        using var call = ask(options);
        var pieces = call.ResponseStream;
        TPiece? piece = null;
        var file = await AnswerAsync(service, FirstAsync());
        if (!file.Succeeded) return file;
        var output = begin(file.Value);
        for (; piece is not null; piece = await pieces.MoveNext(cancellation) ? pieces.Current : null)
        {
            // The head of a document has no content: nothing has begun yet.
            if (content(piece) is { IsEmpty: false } bytes) await output.WriteAsync(bytes.Memory, cancellation);
        }
        return file;

        async Task<TFile> FirstAsync()
        {
            piece = await pieces.MoveNext(cancellation) ? pieces.Current : null;
            return what(piece);
        }
    }

    // What a file is, then its content as it comes.
    private static async Task WriteAsync<TPart>(
        IClientStreamWriter<TPart> writer, TPart header, Func<ByteString, TPart> part, Stream file, int size, CancellationToken cancellation)
    {
        try
        {
            await writer.WriteAsync(header, cancellation);
            var buffer = new byte[size];
            while (await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is var length and > 0)
            {
                await writer.WriteAsync(part(ByteString.CopyFrom(buffer, 0, length)), cancellation);
            }

            await writer.CompleteAsync();
        }
        catch (Exception exception) when (exception is RpcException or InvalidOperationException)
        {
            // The service answered before the end of the file; its answer says why.
        }
    }

    private async Task<Answer<T>> SendAsync<T>(string service, Func<CallOptions, AsyncUnaryCall<T>> call) where T : class
    {
        using var answer = call(await OptionsAsync());
        return await AnswerAsync(service, answer.ResponseAsync);
    }

    private async Task<Answer<T>> AnswerAsync<T>(string service, Task<T> answer) where T : class
    {
        try
        {
            return new(await answer, null);
        }
        catch (RpcException exception)
        {
            var problem = CallProblem.Of(exception);
            if (problem.HttpStatus >= 500) Log.CallFailed(logger, service, problem.Code, problem.Reason, Activity.Current?.TraceId.ToString() ?? "");
            return new(null, problem);
        }
    }

    // Not cancelled with the page: a person who clicks twice, or leaves, still wants what they asked for to be done.
    private async Task<CallOptions> OptionsAsync()
    {
        var headers = new Metadata();
        if (accessor.HttpContext is { User.Identity.IsAuthenticated: true } context && await context.GetTokenAsync(SessionTokens.Access) is { } token)
        {
            headers.Add("authorization", "Bearer " + token);
        }

        return new(headers, clock.GetUtcNow().Add(Deadline).UtcDateTime, CancellationToken.None);
    }
}
