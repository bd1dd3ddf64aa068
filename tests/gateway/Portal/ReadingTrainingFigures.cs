using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Figures of training: colours that are numbers too, drawings that are tables too, tables that are files too.</summary>
public sealed class ReadingTrainingFigures(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/formations/chiffres";

    private TrainingFiguresStandIn Service => host.TrainingFigures;

    [Fact]
    public async Task Each_cell_of_the_heat_map_has_a_colour_and_a_number_and_small_ones_are_not_given()
    {
        GivenSkills();
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(Address);

        Assert.Equal(FigureRows.Institution, Service.LastHeatMap.Rows);
        Assert.Matches("<th scope=\"row\">CCAS de Rennes</th>\\s*<td class=\"number\">40</td>\\s*<td class=\"number heat-4\">30 \\(75 %\\)</td>\\s*<td class=\"number heat-0\">0</td>", page.Text);
        Assert.Matches("<th scope=\"row\">CAF d’Ille-et-Vilaine</th>\\s*<td class=\"number\">moins de 5</td>\\s*<td class=\"number \">moins de 5</td>", page.Text);
        Assert.Contains("<th scope=\"col\" class=\"number\">Accueillir &lt;vite&gt;</th>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"swatch heat-4\" aria-hidden=\"true\"></span>les trois quarts ou plus", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_level_and_function_are_asked_for_in_the_address()
    {
        GivenSkills();
        using var browser = await host.SignedInAsync("yann.responsable");

        await browser.OpenAsync(Address + "?par=lieu&niveau=Teaches&dit=1&fonction=Librarian");

        var asked = Service.LastHeatMap;
        Assert.Equal((FigureRows.Site, SkillLevel.Teaches, true), (asked.Rows, asked.Level, asked.Declared));
        Assert.Equal([Function.Librarian], asked.Functions);

        Service.Map = new() { Skills = { "skills/accueil" }, Rows = { new HeatMapRow { Key = "RECEPTION_AGENT", Persons = 8, Holders = { 2 } } } };
        Assert.Contains("<th scope=\"row\">Agent d’accueil</th>", (await browser.OpenAsync(Address + "?par=fonction")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seats_are_drawn_and_told_with_what_a_trained_person_cost()
    {
        GivenSeats();
        host.Courses.Given(new Course { Name = "courses/clics", Title = "Premiers clics" });
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(Address + "?vue=places&par=formation&du=2026-01-01&au=2026-06-30");

        Assert.Equal((FigureRows.Course, 2026, 6), (Service.LastSeats.Rows, Service.LastSeats.From.Year, Service.LastSeats.Until.Month));
        Assert.Contains("<svg class=\"bars\" viewBox=\"0 0 720 70\" role=\"img\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"bar-completed\" x=\"250\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">Premiers clics</th>\\s*<td class=\"number\">60</td>\\s*<td class=\"number\">50</td>\\s*<td class=\"number\">45</td>", page.Text);
        Assert.Contains("123,45 €", page.Text, StringComparison.Ordinal);
        Assert.Matches("<strong>Ensemble</strong></th>\\s*<td class=\"number\"><strong>80</strong>", page.Text);
        Assert.Contains("Avaient une place et ne sont pas venues.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_cannot_be_is_said_under_its_date()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(Address + "?vue=places&du=2026-02-01&au=2025-02-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#au\">Au : La fin de la période est avant son début.</a>", page.Text, StringComparison.Ordinal);

        var unreadable = await browser.OpenAsync(Address + "?vue=places&du=bientôt");
        Assert.Contains("<a href=\"#du\">Du : Cette date n’est pas comprise.", unreadable.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_tables_come_as_files_that_run_no_formula()
    {
        GivenSkills();
        GivenSeats();
        using var browser = await host.SignedInAsync("sofia.mission");

        var skills = await browser.OpenAsync(Address + "/competences.csv?par=institution");
        Assert.StartsWith("text/csv", skills.Headers["Content-Type"].Single(), StringComparison.Ordinal);
        Assert.Contains("\"Institution\";\"Professionnels\";\"Accueillir <vite>\";\"'=1+1\"\r\n\"CCAS de Rennes\";\"40\";\"30\";\"0\"\r\n\"CAF d’Ille-et-Vilaine\";\"moins de 5\";\"moins de 5\"", skills.Text, StringComparison.Ordinal);

        var seats = await browser.OpenAsync(Address + "/places.csv?par=formation");
        Assert.Equal(FigureRows.Course, Service.LastSeats.Rows);
        Assert.Contains("\"Ce qui est compté\";\"Places des sessions", seats.Text, StringComparison.Ordinal);
        Assert.Contains("\"Ensemble\";\"80\"", seats.Text, StringComparison.Ordinal);
        // What the page would say is wrong is not put into a file.
        Assert.EndsWith("/formations/chiffres", (await browser.OpenAsync(Address + "/places.csv?du=bientôt")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_is_not_offered_figures()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync(Address)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync(Address + "/competences.csv")).Status);
        Assert.DoesNotContain(Address, (await browser.OpenAsync("/formations/plans")).Html, StringComparison.Ordinal);
    }

    private void GivenSkills()
    {
        if (host.Professionals.FindSkill("skills/accueil") is null)
        {
            host.Professionals.Given(new Skill { Name = "skills/accueil", Label = "Accueillir <vite>", Family = "Accueil" });
            host.Professionals.Given(new Skill { Name = "skills/formule", Label = "=1+1", Family = "Accueil" });
        }

        Service.Map = new()
        {
            Skills = { "skills/accueil", "skills/formule" },
            Rows = { new HeatMapRow { Key = "institutions/ccas-rennes", Persons = 40, Holders = { 30, 0 } }, new HeatMapRow { Key = "institutions/caf-35", Persons = -1, Holders = { -1, -1 } } },
        };
    }

    private void GivenSeats() => Service.Seats = new()
    {
        Rows =
        {
            new SeatFigureRow { Key = "courses/clics", SeatsOffered = 60, Attended = 50, Completed = 45, Absent = 7, NotServed = 6, CostCents = 555_525, CostPerCompletedCents = 12_345 },
            new SeatFigureRow { Key = "courses/autre", SeatsOffered = 20, Attended = -1, Completed = -1, CostCents = -1, CostPerCompletedCents = -1 },
        },
        Total = new() { SeatsOffered = 80, Attended = 53, Completed = 47, CostCents = 600_000, CostPerCompletedCents = 12_766 },
    };
}
