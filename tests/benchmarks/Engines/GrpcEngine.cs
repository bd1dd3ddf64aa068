using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Data;
using Reseau.Partners.V1;

namespace Reseau.Benchmarks.Engines;

/// <summary>Our service, called over gRPC by an information system that signs in from time to time, or by nobody.</summary>
internal sealed class GrpcEngine(string name, Uri address, Func<CancellationToken, Task<string>>? signIn = null) : IEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly GrpcChannel[] _channels = [.. Enumerable.Range(0, 4).Select(_ => GrpcChannel.ForAddress(address, new() { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
    private volatile Metadata _token = [];
    private long _signedIn;
    private int _next;

    public string Name => name;

    public async ValueTask<int> AskAsync(Question question, CancellationToken cancellation)
    {
        var before = _signedIn;
        // One call signs in; the others go on with the token they have, which lives longer.
        if (signIn is not null && (before == 0 || Stopwatch.GetElapsedTime(before) > Lifetime) && Interlocked.CompareExchange(ref _signedIn, Stopwatch.GetTimestamp(), before) == before)
            _token = new() { { "Authorization", $"Bearer {await signIn(cancellation)}" } };
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
            // What the portal's list asks for.
            View = SearchView.Basic,
        };
        message.Themes.AddRange(query.ThemeFamily is { } family ? [family] : query.Themes);
        return message;
    }
}
