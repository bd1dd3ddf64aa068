using Microsoft.AspNetCore.Builder;
using Reseau.Training;
using Reseau.Training.V1;
using Reseau.Training.Views;

namespace Reseau.Testing.Hosts;

/// <summary>The training service, running.</summary>
public sealed class TrainingHost() : ServiceHost<TrainingDb>("training")
{
    /// <summary>A client of the professionals, with the token of a demo client or person.</summary>
    public async Task<ProfessionalsService.ProfessionalsServiceClient> ProfessionalsAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the catalogue, with the token of a demo client or person.</summary>
    public async Task<CoursesService.CoursesServiceClient> CoursesAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the sessions, with the token of a demo client or person.</summary>
    public async Task<SessionsService.SessionsServiceClient> SessionsAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the habilitations, with the token of a demo client or person.</summary>
    public async Task<HabilitationsService.HabilitationsServiceClient> HabilitationsAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the plans, with the token of a demo client or person.</summary>
    public async Task<PlansService.PlansServiceClient> PlansAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the figures, with the token of a demo client or person.</summary>
    public async Task<TrainingFiguresService.TrainingFiguresServiceClient> FiguresAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the needs, with the token of a demo client or person.</summary>
    public async Task<NeedsService.NeedsServiceClient> NeedsAsync(string account) => new(await AsAsync(account));

    /// <summary>A client of the campaigns, with the token of a demo client or person.</summary>
    public async Task<CampaignsService.CampaignsServiceClient> CampaignsAsync(string account) => new(await AsAsync(account));

    /// <inheritdoc />
    protected override WebApplication Build(Action<WebApplicationBuilder> host) => TrainingApp.Build([], host);
}
