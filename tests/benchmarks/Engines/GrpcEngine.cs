using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Data;
using Reseau.Partners.V1;

namespace Reseau.Benchmarks.Engines;

/// <summary>Our service, called over gRPC by an information system with its token, or by nobody.</summary>
internal sealed class GrpcEngine(string name, Uri address, string? token) : IEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel[] _channels = [.. Enumerable.Range(0, 4).Select(_ => GrpcChannel.ForAddress(address, new() { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
    private readonly Metadata _token = token is null ? [] : new() { { "Authorization", $"Bearer {token}" } };
    private int _next;

    public string Name => name;

    public async ValueTask<int> AskAsync(Question question, CancellationToken cancellation)
    {
        var channel = _channels[(uint)Interlocked.Increment(ref _next) % _channels.Length];
        var answer = await new PartnersService.PartnersServiceClient(channel).SearchServicesAsync(ToMessage(question), new(_token, DateTime.UtcNow + Patience, cancellation));
        return answer.TotalSize;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SearchServicesRequest ToMessage(Question question)
    {
        var query = question.Query;
        var message = new SearchServicesRequest
        {
            Text = query.Text,
            Publics = { query.Publics },
            Commune = query.CommuneInsee ?? "",
            RadiusMeters = (int)(query.RadiusMeters ?? 0),
            RemoteOnly = query.RemoteOnly,
            OnSiteOnly = query.OnSiteOnly,
            AcceptsReferralsOnly = query.AcceptsReferralsOnly,
            Fees = { query.Fees },
            Languages = { query.Languages },
            Accessibility = { query.Accessibility },
            Types_ = { query.Types },
            WithRoomOnly = query.WithRoomOnly,
        };
        message.Themes.AddRange(query.ThemeFamily is { } family ? [family] : query.Themes);
        return message;
    }
}
