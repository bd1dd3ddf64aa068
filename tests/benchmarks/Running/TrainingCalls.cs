using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Load;
using Reseau.Training.V1;

namespace Reseau.Benchmarks.Running;

/// <summary>What people ask of training, through the gateway: the chargée de mission for the network's figures, an institution for sessions and its own people.</summary>
internal sealed class TrainingCalls : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel;
    private readonly TrainingFiguresService.TrainingFiguresServiceClient _figures;
    private readonly SessionsService.SessionsServiceClient _sessions;
    private readonly ProfessionalsService.ProfessionalsServiceClient _professionals;
    private readonly Metadata _mission;
    private readonly Metadata _caf;
    private readonly List<string> _names = [];

    private TrainingCalls(Uri gateway, string mission, string caf)
    {
        _channel = GrpcChannel.ForAddress(gateway, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        (_figures, _sessions, _professionals) = (new(_channel), new(_channel), new(_channel));
        (_mission, _caf) = (Bearer(mission), Bearer(caf));
    }

    public static async Task<TrainingCalls> OfAsync(LocalEdition edition, CancellationToken cancellation) =>
        new(edition.Gateway, await PersonSignIn.AsAsync("sofia.mission", edition.Web, cancellation), await SignIn.AsAsync("si-caf-35", edition.Web, cancellation));

    /// <summary>Finds out whom the CAF can look at.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        for (var token = ""; _names.Count < 1_000;)
        {
            var page = await _professionals.ListProfessionalsAsync(new() { PageSize = 200, PageToken = token }, Options(_caf, cancellation));
            _names.AddRange(page.Professionals.Select(one => one.Name));
            if ((token = page.NextPageToken).Length == 0) break;
        }
    }

    /// <summary>The whole network, by institution.</summary>
    public async Task HeatMapByInstitutionAsync(int n, CancellationToken cancellation) => await _figures.GetHeatMapAsync(new() { Level = (SkillLevel)(1 + (n % 3)) }, Options(_mission, cancellation));

    /// <summary>The whole network, by site.</summary>
    public async Task HeatMapBySiteAsync(int n, CancellationToken cancellation) =>
        await _figures.GetHeatMapAsync(new() { Rows = FigureRows.Site, Level = (SkillLevel)(1 + (n % 3)) }, Options(_mission, cancellation));

    /// <summary>The whole network, what persons say of themselves included, one function alone.</summary>
    public async Task HeatMapOfAFunctionAsync(int n, CancellationToken cancellation) =>
        await _figures.GetHeatMapAsync(new() { Declared = true, Functions = { (Function)(1 + (n % 8)) } }, Options(_mission, cancellation));

    /// <summary>Seats of the last year, by course.</summary>
    public async Task SeatsByCourseAsync(int n, CancellationToken cancellation)
    {
        var from = DateTimeOffset.UtcNow.AddDays(-365);
        await _figures.GetSeatFiguresAsync(new() { Rows = FigureRows.Course, From = new() { Year = from.Year, Month = from.Month, Day = from.Day } }, Options(_mission, cancellation));
    }

    /// <summary>The sessions to come, as somebody opens the list.</summary>
    public async Task SessionsAsync(int n, CancellationToken cancellation) => await _sessions.ListSessionsAsync(new() { PageSize = 20 }, Options(_caf, cancellation));

    /// <summary>A record, of one after the other.</summary>
    public async Task ProfessionalAsync(int n, CancellationToken cancellation) => await _professionals.GetProfessionalAsync(new() { Name = _names[n % _names.Count] }, Options(_caf, cancellation));

    public void Dispose() => _channel.Dispose();

    private static CallOptions Options(Metadata token, CancellationToken cancellation) => new(token, DateTime.UtcNow + Patience, cancellation);

    private static Metadata Bearer(string token) => new() { { "Authorization", $"Bearer {token}" } };
}
