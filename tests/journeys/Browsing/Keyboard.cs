using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>Somebody who has no mouse: goes from stop to stop with Tab, and reads the name of each.</summary>
public sealed class Keyboard(IPage page)
{
    private const int Stops = 200;
    private const string NameOfStop = "(e => (e.labels?.[0]?.innerText ?? e.innerText ?? '').trim().replace(/\\s+/g, ' '))(document.activeElement)";

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Goes on until the stop whose name begins so; a person would give up long before <see cref="Stops"/>.</summary>
    public async Task ReachAsync(string name)
    {
        for (var stop = 0; stop < Stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await page.EvaluateAsync<string>(NameOfStop)).StartsWith(name, StringComparison.Ordinal))
            {
                Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches(':focus-visible')"), $"{name} does not show that it has the focus.");
                return;
            }
        }
        Assert.Fail($"{name} is not reached with Tab on {page.Url}.");
    }

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Follows a link.</summary>
    public async Task FollowAsync(string link)
    {
        await ReachAsync(link);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a key.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);
}
