using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Reseau.Gateway.Routes;

/// <summary>The methods that are routed, from the contracts: what a call is can be told from its path.</summary>
internal static class RoutedMethods
{
    private static readonly ServiceDescriptor[] Services =
    [
        Partners.V1.PartnersService.Descriptor, Referrals.V1.ReferralsService.Descriptor, Referrals.V1.FiguresService.Descriptor, Referrals.V1.NotificationsService.Descriptor,
        Conventions.V1.ConventionsService.Descriptor, Conventions.V1.TemplatesService.Descriptor, Conventions.V1.BodiesService.Descriptor, Conventions.V1.PoliciesService.Descriptor,
        Training.V1.ProfessionalsService.Descriptor, Training.V1.CoursesService.Descriptor, Training.V1.SessionsService.Descriptor,
        Training.V1.HabilitationsService.Descriptor, Training.V1.PlansService.Descriptor, Training.V1.TrainingFiguresService.Descriptor,
        Training.V1.NeedsService.Descriptor, Training.V1.CampaignsService.Descriptor,
    ];

    /// <summary>Request paths of the methods that are so.</summary>
    public static FrozenSet<string> PathsWhere(Func<MethodDescriptor, bool> so) =>
        (from service in Services
         from method in service.Methods
         where so(method)
         select $"/{service.FullName}/{method.Name}").ToFrozenSet(StringComparer.Ordinal);
}
