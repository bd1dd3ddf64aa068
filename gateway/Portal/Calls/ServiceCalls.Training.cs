using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

// The calls to the service of training.
public sealed partial class ServiceCalls
{
    public Task<Answer<T>> Professionals<T>(Func<ProfessionalsService.ProfessionalsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Professionals, options));

    public Task<Answer<T>> Courses<T>(Func<CoursesService.CoursesServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Courses, options));

    public Task<Answer<T>> Sessions<T>(Func<SessionsService.SessionsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Sessions, options));

    public Task<Answer<T>> Habilitations<T>(Func<HabilitationsService.HabilitationsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Habilitations, options));

    public Task<Answer<T>> Plans<T>(Func<PlansService.PlansServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Plans, options));

    public Task<Answer<T>> TrainingFigures<T>(Func<TrainingFiguresService.TrainingFiguresServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Figures, options));

    public Task<Answer<T>> Needs<T>(Func<NeedsService.NeedsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Needs, options));

    public Task<Answer<T>> Campaigns<T>(Func<CampaignsService.CampaignsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("training", options => call(training.Campaigns, options));

    /// <summary>Hands a file of professionals over as it comes; what it says of itself goes ahead.</summary>
    public async Task<Answer<ImportProfessionalsResponse>> ImportProfessionalsAsync(ProfessionalsFileHeader header, Stream file, CancellationToken cancellation)
    {
        var options = (await OptionsAsync()).WithDeadline(clock.GetUtcNow().Add(DocumentDeadline).UtcDateTime).WithCancellationToken(cancellation);
        using var call = training.Professionals.ImportProfessionals(options);
        await WriteAsync(call.RequestStream, new() { Header = header }, chunk => new() { Chunk = chunk }, file, DocumentPiece, cancellation);
        return await AnswerAsync("training", call.ResponseAsync);
    }

    /// <summary>Fetches a file of a session piece by piece; <paramref name="begin"/> says where to, once its first piece is there.</summary>
    /// <exception cref="RpcException">The service failed after the beginning.</exception>
    public Task<Answer<TrainingFileChunk>> DownloadTrainingAsync(
        Func<SessionsService.SessionsServiceClient, CallOptions, AsyncServerStreamingCall<TrainingFileChunk>> ask, Func<TrainingFileChunk, Stream> begin, CancellationToken cancellation) =>
        FetchAsync("training", options => ask(training.Sessions, options), piece => piece ?? new TrainingFileChunk(), piece => piece.Data, begin, cancellation);
}
