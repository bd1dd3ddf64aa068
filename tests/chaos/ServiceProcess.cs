using System.Diagnostics;
using System.Net;
using System.Text;
using Reseau.Journeys.Local;

namespace Reseau.Chaos;

/// <summary>One service in a process of its own: the program that is deployed, with settings as a deployment gives them.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    // What a shell, and .NET, make of SIGKILL.
    private const int Sigkill = 128 + 9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly HttpClient Http = new() { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private readonly Process _process;
    private readonly Uri _health;
    private readonly StringBuilder _output = new();

    private ServiceProcess(ProcessStartInfo start, string address)
    {
        _health = new($"{address}/healthz");
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts one, without waiting.</summary>
    /// <param name="service">Its name: <c>partners</c>.</param>
    /// <param name="address">Where it will listen, which is one of the settings.</param>
    /// <param name="settings">What it is told.</param>
    /// <param name="doom">Where it is to die; null = it lives.</param>
    public static ServiceProcess Begin(string service, string address, IEnumerable<(string Key, string Value)> settings, Doom? doom)
    {
        var program = BuiltProgram.In($"services/{service}", $"Reseau.{char.ToUpperInvariant(service[0])}{service[1..]}.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program) };
        start.ArgumentList.Add(program);
        foreach (var (key, value) in settings.Append(("Logging:LogLevel:Default", "Warning"))) start.ArgumentList.Add($"--{key}={value}");
        // It dies young: what it would learn for a long life costs a tenth of its start.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (doom is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Killer).Assembly.Location;
            start.Environment[Doom.Variable] = doom.Write();
        }
        return new(start, address);
    }

    /// <summary>Waits until it answers; false when it has ended before.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var over = new CancellationTokenSource(Patience);
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(_health, over.Token);
                if (answer.IsSuccessStatusCode) return true;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(Interval, over.Token);
        }
        return false;
    }

    /// <summary>Waits until it dies where it was told to, and nowhere else.</summary>
    /// <returns>The position it had come to there.</returns>
    public async Task<long> DeathAsync(Doom doom)
    {
        using var over = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It never died, so nothing is proven; told: {doom}\n{Output}");
        }
        var said = Killer.LastWords(Output);
        Assert.True(_process.ExitCode == Sigkill && said?.Step == doom.Step, $"It ended with {_process.ExitCode}, not by {doom}:\n{Output}");
        return said.Value.Position;
    }

    /// <summary>SIGKILL from outside, at whatever point.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    private void Hear(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }
}
