using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Measuring;
using Reseau.Partners.V1;
using Reseau.Sidecar;

namespace Reseau.Benchmarks.Running;

/// <summary>The directory service alone in a process, as in a cluster: what it needs to start, and what it holds.</summary>
internal sealed class PartnersProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;

    private PartnersProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answered search: the log is read and the index built.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Resident memory now, in MB; of which its own, without the mapped files.</summary>
    public (double Resident, double Anonymous) Memory => Machine.MemoryOf(_process.Id);

    /// <summary>CPU time used so far, all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it from the folder of a published local edition, which holds it with all it needs.</summary>
    /// <param name="program">That folder.</param>
    /// <param name="database">File of its database.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="settings">Settings that differ from <see cref="LogFiller.Settings"/>.</param>
    public static async Task<PartnersProcess> StartAsync(string program, string database, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> settings)
    {
        var port = FreePort.Take();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        string[] run = ["exec", "--runtimeconfig", Path.Combine(program, "Reseau.Partners.runtimeconfig.json"), "--depsfile", Path.Combine(program, "Reseau.Local.deps.json"), Path.Combine(program, "Reseau.Partners.dll")];
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet",
            [.. run, "--urls", address.OriginalString, "--Logging:LogLevel:Default=Error", .. LogFiller.Settings(database).Select(setting => $"--{setting.Key}={setting.Value}"), .. settings.Select(setting => $"--{setting.Name}={setting.Value}")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var started = new PartnersProcess(process, address);
        await started.SearchAsync(cancellation);
        started.FirstAnswer = Stopwatch.GetElapsedTime(start);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGTERM: .NET itself knows how to kill only.
            using var stop = Process.Start("kill", _process.Id.ToString(CultureInfo.InvariantCulture));
            await stop.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SearchAsync(CancellationToken cancellation)
    {
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                using var channel = GrpcChannel.ForAddress(Address);
                await new PartnersService.PartnersServiceClient(channel).SearchServicesAsync(new() { Text = "logement" }, cancellationToken: cancellation);
                return;
            }
            catch (RpcException) when (!_process.HasExited && Stopwatch.GetElapsedTime(since) < Patience)
            {
                // Not yet.
            }
        }
    }
}
