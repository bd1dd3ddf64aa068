using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;
using InstitutionRegistered = Reseau.Partners.Domain.InstitutionRegistered;
using ServiceArchived = Reseau.Partners.Domain.ServiceArchived;
using ServicePublished = Reseau.Partners.Domain.ServicePublished;
using StructurePublished = Reseau.Partners.Domain.StructurePublished;

namespace Reseau.Partners;

/// <summary>The directory's log: its events by name, its view, and what others may know.</summary>
public sealed class PartnersLog : ServiceLog<PartnersDb>
{
    /// <inheritdoc />
    public override string Source => "partners";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new EventTypes()
        .Add<InstitutionRegistered>("institution-registered")
        .Add<StructurePublished>("structure-published")
        .Add<ServicePublished>("service-published")
        .Add<ServiceArchived>("service-archived");

    /// <inheritdoc />
    public override IReadOnlyList<View<PartnersDb>> Views { get; } = [new InstitutionList()];

    /// <inheritdoc />
    protected override void Describe(RecordedEvent recorded, Change change)
    {
        switch (recorded.Body)
        {
            case InstitutionRegistered(var institution):
                change.InstitutionRegistered = new() { DisplayName = institution.Name, Typology = institution.Typology };
                break;
            case StructurePublished(var structure):
                change.StructurePublished = new()
                {
                    Institution = Names.Institution(structure.InstitutionId),
                    DisplayName = structure.Name,
                    InseeCode = structure.CommuneInsee,
                };
                break;
            case ServicePublished(var service):
                change.ServicePublished = new()
                {
                    Structure = Names.Structure(service.StructureId),
                    Institution = Names.Institution(service.InstitutionId),
                    DisplayName = service.Name,
                    AcceptsReferrals = service.AcceptsReferrals,
                    Themes = { service.Themes },
                };
                break;
            case ServiceArchived:
                change.ServiceArchived = new();
                break;
            default:
                throw new InvalidOperationException($"{recorded.Body.GetType().Name} is not an event of the directory.");
        }
    }
}
