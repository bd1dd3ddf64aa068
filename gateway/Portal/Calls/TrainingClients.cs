using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The contracts that the service of training serves on one port.</summary>
public sealed record TrainingClients(
    ProfessionalsService.ProfessionalsServiceClient Professionals,
    CoursesService.CoursesServiceClient Courses,
    SessionsService.SessionsServiceClient Sessions,
    HabilitationsService.HabilitationsServiceClient Habilitations,
    PlansService.PlansServiceClient Plans,
    TrainingFiguresService.TrainingFiguresServiceClient Figures,
    NeedsService.NeedsServiceClient Needs,
    CampaignsService.CampaignsServiceClient Campaigns);
