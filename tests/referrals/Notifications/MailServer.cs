using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Reseau.Testing;

namespace Reseau.Referrals.Tests.Notifications;

/// <summary>A real SMTP server of another make (tests/mail-server, in Node), that can be stopped and started again on its port.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly Lazy<string> Folder = new(Install);

    private readonly ConcurrentQueue<Mail> _received = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    public int Port { get; private set; }

    public IReadOnlyList<Mail> Received => [.. _received];

    private bool Tls { get; init; }

    public static async Task<MailServer> StartedAsync(bool tls = false)
    {
        var server = new MailServer { Tls = tls };
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder.Value, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("mail-server.js");
        start.ArgumentList.Add(Port.ToString(CultureInfo.InvariantCulture));
        if (Tls) start.ArgumentList.Add("tls");
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var first = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        _reading = ReadAsync(_process.StandardOutput);
    }

    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _process = null;
    }

    /// <summary>Waits for so many messages.</summary>
    public Task<IReadOnlyList<Mail>> ReceivesAsync(int count) => Eventually.GetAsync(() => Received, received => received.Count >= count);

    public async ValueTask DisposeAsync() => await StopAsync();

    // The suite in Node installs the same; whoever runs only this one has it done here.
    private static string Install()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Reseau.sln"))) root = root.Parent ?? throw new DirectoryNotFoundException("Reseau.sln is in no folder above the tests.");
        var folder = Path.Combine(root.FullName, "tests", "mail-server");
        if (Directory.Exists(Path.Combine(folder, "node_modules"))) return folder;
        using var npm = Process.Start(new ProcessStartInfo("npm", "ci --ignore-scripts --no-audit --no-fund --loglevel=error") { WorkingDirectory = folder, UseShellExecute = false })!;
        npm.WaitForExit();
        Assert.Equal(0, npm.ExitCode);
        return folder;
    }

    private async Task ReadAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line) _received.Enqueue(JsonSerializer.Deserialize<Mail>(line, JsonSerializerOptions.Web)!);
    }

    /// <summary>A message with its envelope.</summary>
    public sealed record Mail(string From, IReadOnlyList<string> To, string User, string Raw)
    {
        public Letter Letter => Letter.Of("", Raw);
    }
}
