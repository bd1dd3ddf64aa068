using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Partners.V1;
using Reseau.Sidecar;

namespace Reseau.Load;

/// <summary>A local edition of our own: a child process on free ports and a data folder of its own.</summary>
internal sealed class LocalEdition : IAsyncDisposable
{
    /// <summary>A directory of the size of the country is read before the first answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly string _data;

    private LocalEdition(Process process, string data, int web, int grpc) =>
        (_process, _data, Web, Gateway) = (process, data, new($"http://127.0.0.1:{web}"), new($"http://127.0.0.1:{grpc}"));

    /// <summary>Where tokens come from.</summary>
    public Uri Web { get; }

    /// <summary>gRPC through the gateway.</summary>
    public Uri Gateway { get; }

    /// <summary>From the start of the process to its first answered search, through the gateway.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Resident memory, in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most it ever was, in MB.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>CPU time used so far, all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits for its first answer.</summary>
    /// <param name="program">Folder of the published local edition.</param>
    /// <param name="data">Its data folder; made when missing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="options">Options of its own.</param>
    /// <param name="settings">Settings of its own, as environment variables.</param>
    public static async Task<LocalEdition> StartAsync(
        string program, string data, IEnumerable<string> options, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> settings)
    {
        var (web, grpc) = (FreePort.Take(), FreePort.Take());
        var start = Stopwatch.GetTimestamp();
        var command = new ProcessStartInfo("dotnet",
            [Path.Combine(program, "Reseau.Local.dll"), "--data", data, "--web", Text(web), "--grpc", Text(grpc), .. options]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in settings) command.Environment[name] = value;
        var process = Process.Start(command)!;
        // Nobody reads what it says, but a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var edition = new LocalEdition(process, data, web, grpc);
        await edition.SearchAsync(cancellation);
        edition.FirstAnswer = Stopwatch.GetElapsedTime(start);
        return edition;
    }

    /// <summary>Where a service listens, past the gateway.</summary>
    public async Task<Uri> AddressOfAsync(string service, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(_data, "addresses.json"));
        var addresses = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, cancellationToken: cancellation);
        return new(addresses![service]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGTERM: .NET itself knows how to kill only.
            using var stop = Process.Start("kill", Text(_process.Id));
            await stop.WaitForExitAsync();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SearchAsync(CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(Gateway, new() { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true });
        var partners = new PartnersService.PartnersServiceClient(channel);
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                await WaitForPortAsync(cancellation);
                var found = await partners.SearchServicesAsync(new() { Text = "CAF", Commune = "35238" }, cancellationToken: cancellation);
                if (found.TotalSize > 0) return;
            }
            catch (Exception failure) when (failure is RpcException or SocketException && !_process.HasExited && Stopwatch.GetElapsedTime(since) < Patience)
            {
                // Not yet.
            }
        }
    }

    // A channel that failed once waits longer and longer before it tries again, which would be measured too.
    private async Task WaitForPortAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Gateway.Port, cancellation);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
