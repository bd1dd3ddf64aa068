using Microsoft.Playwright;
using Reseau.Journeys.Local;
using Reseau.Journeys.Rpc;

namespace Reseau.Journeys.Browsing;

/// <summary>A journey of persons in browsers.</summary>
[Collection(LocalEditionTests.Name)]
public abstract class BrowserJourney(RunningEdition running, Chromium chromium)
{
    /// <summary>The process and its data.</summary>
    protected RunningEdition Running => running;

    /// <summary>The browser.</summary>
    protected Chromium Chromium => chromium;

    /// <summary>A new visitor.</summary>
    protected Task<IPage> VisitAsync(bool scripts = true, int width = 1280) => chromium.VisitAsync(running.Edition, scripts, width);

    /// <summary>A visitor who has signed in.</summary>
    protected async Task<IPage> SignedInAsync(string account, bool scripts = true, int width = 1280)
    {
        var page = await VisitAsync(scripts, width);
        await page.SignInAsync(account);
        return page;
    }
}
