using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>Debian's Chromium, driven by Playwright; remembers every address that any visitor's browser asked for.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // A test machine is closed: without these, the browser looks for updates at every start. As root it has no sandbox.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private const float Patience = 20_000;

    private readonly System.Collections.Concurrent.ConcurrentBag<string> _addresses = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Every address asked for, with its query.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // Machines that test are busy; a page that is there sooner is seen sooner.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find("chromium"), Args = Switches });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new visitor: no cookie, one page.</summary>
    public async Task<IPage> VisitAsync(LocalEdition edition, bool scripts = true, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = edition.WebUrl, JavaScriptEnabled = scripts, Locale = "fr-FR", TimezoneId = "Europe/Paris", ViewportSize = new() { Width = width, Height = 900 },
        });
        context.Request += (_, request) => _addresses.Add(request.Url);
        return await context.NewPageAsync();
    }

    private static string Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{program} is not installed. On Debian: apt-get install -y chromium");
}
