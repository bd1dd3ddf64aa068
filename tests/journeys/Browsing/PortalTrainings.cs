using System.Globalization;
using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>What institutions do with trainings in the portal, in the words on the screen.</summary>
public static class PortalTrainings
{
    /// <summary>What the plans of these journeys want.</summary>
    public const string Goal = "Chaque conseiller numérique habilité";

    /// <summary>On a day that no month lacks.</summary>
    public static DateTimeOffset InAMonth => new DateTimeOffset(DateTimeOffset.UtcNow.Year, DateTimeOffset.UtcNow.Month, 15, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

    /// <summary>A day as a field of a form holds it.</summary>
    public static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Defines a habilitation that is given by training; ends on the list.</summary>
    public static async Task DefineHabilitationAsync(this IPage page, string title, string code)
    {
        await page.GotoAsync("/formations/habilitations/nouvelle");
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("#code").FillAsync(code);
        await page.Locator("#par-formation").CheckAsync();
        await page.Locator("#mois").FillAsync("12");
        await page.SaveAsync("Enregistrer");
        await page.SeesAsync("La règle est enregistrée.");
    }

    /// <summary>Writes and publishes a plan by which all digital advisers hold a habilitation within a quarter.</summary>
    /// <returns>Address of its page.</returns>
    public static async Task<string> PlanAsync(this IPage page, string title, string habilitation)
    {
        var today = DateTimeOffset.UtcNow;
        await page.GotoAsync("/formations/plans/nouveau");
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("#du").FillAsync(Day(today));
        await page.Locator("#au").FillAsync(Day(today.AddYears(1)));
        await page.Locator("#objectif-0-texte").FillAsync(Goal);
        await page.Locator("#objectif-0-habilitation").SelectOptionAsync(new SelectOptionValue { Label = habilitation });
        await page.Locator("#objectif-0-cible").FillAsync("100");
        await page.Locator("#objectif-0-pour-le").FillAsync(Day(today.AddDays(90)));
        await page.Locator("summary").Filter(new() { HasText = "objectif 1" }).ClickAsync();
        await page.Locator("input[name=objectif-0-fonctions][value=DigitalAdviser]").CheckAsync();
        await page.SaveAsync("Enregistrer");
        await page.SeesAsync("Le plan est commencé.");
        await page.ActAsync("publier", "Le plan est publié.");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Writes a course of two half-days and puts it into the catalogue; ends on its page.</summary>
    public static async Task OfferCourseAsync(this IPage page, string title, string habilitation)
    {
        await page.GotoAsync("/formations/nouvelle");
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("#objectifs").FillAsync("Recevoir une personne en difficulté avec le numérique");
        await page.Locator("#demi-journees").FillAsync("2");
        await page.Locator("#modalite").SelectOptionAsync("OnSite");
        await page.Locator("#places").FillAsync("12");
        await page.GetByLabel(habilitation, new() { Exact = true }).CheckAsync();
        await page.SaveAsync("Enregistrer");
        await page.SeesAsync("La formation est enregistrée.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mettre au catalogue" }).ClickAsync();
        await page.SeesAsync("La formation est au catalogue");
    }

    /// <summary>Plans a session of the course that is on the screen and opens it.</summary>
    /// <returns>Address of its page.</returns>
    public static async Task<string> OpenSessionAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Organiser une session" }).ClickAsync();
        await page.HalfDayAsync(0, "09:00", "12:00");
        await page.HalfDayAsync(1, "14:00", "17:00");
        await page.SaveAsync("Préparer la session");
        await page.SeesAsync("La session est préparée.");
        await page.ActAsync("ouvrir", "La session est ouverte");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Says when and where a half-day takes place.</summary>
    public static async Task HalfDayAsync(this IPage page, int row, string from, string to)
    {
        await page.Locator($"#demi-journee-{row}-jour").FillAsync(Day(InAMonth));
        await page.Locator($"#demi-journee-{row}-debut").FillAsync(from);
        await page.Locator($"#demi-journee-{row}-fin").FillAsync(to);
        await page.Locator($"#demi-journee-{row}-autre-lieu").FillAsync("Salle du Bosphore");
    }

    /// <summary>Says who is there for a half-day, on the sheet.</summary>
    public static async Task SayAsync(this IPage page, string session, int halfDay, params (string Person, string Answer)[] said)
    {
        await page.GotoAsync(Sheet(session, halfDay));
        foreach (var (person, answer) in said)
            await page.GetByRole(AriaRole.Group, new() { Name = person }).GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await page.SaveAsync("Enregistrer les présences");
        await page.SeesAsync("Les présences sont enregistrées.");
    }

    /// <summary>Address of the sheet of a half-day.</summary>
    public static string Sheet(string session, int halfDay) => string.Create(CultureInfo.InvariantCulture, $"{session}/emargement?demi-journee={halfDay}");

    /// <summary>Name of the session whose page has an address.</summary>
    public static string NameOf(string session) => $"sessions/{session[(session.LastIndexOf('/') + 1)..]}";

    /// <summary>Sends a form. It has a first button of the same name that nobody sees.</summary>
    public static Task SaveAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
