using System.Diagnostics;
using System.Globalization;
using System.Text;
using Reseau.Sidecar;

namespace Reseau.Journeys.Local;

/// <summary>The local edition in a process of its own, as <c>dotnet run --project deploy/local</c> starts it, on free ports.</summary>
public sealed class LocalEdition : IAsyncDisposable
{
    private const string Ready = "Réseau is ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = BuiltProgram.In("deploy/local", "Reseau.Local.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalEdition(string data, int web, int grpc, params IEnumerable<string> wrapper)
    {
        (Web, Grpc) = (web, grpc);
        _process = Begin([.. wrapper, "dotnet", Program, "--data", data, "--web", Text(Web), "--grpc", Text(Grpc)], Hear);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The local edition ended with {_process.ExitCode}:\n{Output}"));
    }

    /// <summary>Port of the portal.</summary>
    public int Web { get; }

    /// <summary>Port of gRPC.</summary>
    public int Grpc { get; }

    /// <summary>What a person types in the browser.</summary>
    public string WebUrl => $"http://localhost:{Text(Web)}";

    /// <summary>What an information system calls.</summary>
    public string GrpcUrl => $"http://127.0.0.1:{Text(Grpc)}";

    /// <summary>Its process, for what the operating system knows of it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Completes when it says that the first request can be served; fails when it ends before.</summary>
    public Task IsReady => _ready.Task.WaitAsync(Patience);

    /// <summary>Everything it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it, without waiting; on the ports of the one before it, so that who called that one finds it again.</summary>
    public static LocalEdition Begin(string data, LocalEdition? before = null) => new(data, before?.Web ?? FreePort.Take(), before?.Grpc ?? FreePort.Take());

    /// <summary>Starts it on a disk of its own, in memory, at the place of its data folder; nobody else sees that disk.</summary>
    public static LocalEdition BeginOnSmallDisk(string data, int megabytes) => new(data, FreePort.Take(), FreePort.Take(),
        "unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={Text(megabytes)}m tmpfs '{data}' && exec \"$@\"", "sh");

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<LocalEdition> StartAsync(string data)
    {
        var edition = Begin(data);
        await edition.IsReady;
        return edition;
    }

    /// <summary>Runs one of its other commands to the end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string command, string data)
    {
        var output = new StringBuilder();
        using var process = Begin(["dotnet", Program, command, "--data", data], line =>
        {
            lock (output) output.AppendLine(line);
        });
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToString());
    }

    /// <summary>SIGKILL: nothing of it runs any more, not even a last line.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        // Nobody may have waited for it.
        _ = _ready.Task.Exception;
    }

    private static Process Begin(string[] command, Action<string> hear)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => hear(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => hear(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string line)
    {
        lock (_output) _output.AppendLine(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal)) _ready.TrySetResult();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
