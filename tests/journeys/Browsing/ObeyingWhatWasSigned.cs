using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>
/// What two institutions sign commands what a third person may do: an agent of one of them refers somebody to the other. From the CAF to the
/// CCAS, where no other journey binds the two: what one convention suspends, another one in force would allow.
/// </summary>
public sealed class ObeyingWhatWasSigned(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    // What is signed reaches the referrals in a moment.
    private const int Tries = 20;

    [Fact]
    public async Task A_referral_is_allowed_once_signed_refused_while_suspended_with_its_article_and_allowed_again()
    {
        var title = $"Passage de relais {Guid.NewGuid():N}";
        var (yann, nadia, karim) = (await SignedInAsync("yann.responsable", scripts: false), await SignedInAsync("nadia.caf", scripts: false), await SignedInAsync("karim.caf", scripts: false));
        await yann.BeginConventionAsync(title, "la CAF");
        await yann.WriteRuleAsync(from: "caf-35", to: "ccas-rennes");
        var convention = new Uri(yann.Url).AbsolutePath;
        await yann.ActAsync("proposer", "La convention est envoyée aux parties");
        await yann.SignAsync(convention);
        await nadia.SignAsync(convention);
        await nadia.SeesAsync("En vigueur");

        Assert.Empty(await SendAsync(karim, ""));

        await yann.GotoAsync(convention);
        await yann.ActAsync("suspendre", "La convention est suspendue", form => form.GetByRole(AriaRole.Textbox).FillAsync("Notre accueil déménage."));
        Assert.Contains($"La convention « {title} » (article 2)", await SendAsync(karim, "est suspendue"), StringComparison.Ordinal);

        await yann.ActAsync("reprendre", "La convention s’applique de nouveau");
        Assert.Empty(await SendAsync(karim, ""));
    }

    // Refers somebody else each time until the answer is this one; gives the refusal, empty when it was sent.
    private static async Task<string> SendAsync(IPage karim, string expected)
    {
        for (var tried = 1; ; tried++)
        {
            await karim.GotoAsync("/orienter?service=ccas-rennes-point-conseil-budget");
            await karim.DescribeAsync(new());
            await karim.SendButton().ClickAsync();
            var answer = await karim.GetByRole(AriaRole.Main).InnerTextAsync();
            var refusal = answer.Contains("L’orientation est envoyée", StringComparison.Ordinal) ? "" : answer;
            if (tried == Tries || (expected.Length == 0 ? refusal.Length == 0 : refusal.Contains(expected, StringComparison.Ordinal))) return refusal;
        }
    }
}
