using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The four contracts that the service of conventions serves on one port.</summary>
public sealed record ConventionClients(
    ConventionsService.ConventionsServiceClient Conventions,
    TemplatesService.TemplatesServiceClient Templates,
    BodiesService.BodiesServiceClient Bodies,
    PoliciesService.PoliciesServiceClient Policies);
