using System.Globalization;
using Reseau.Events.V1;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;
using CapacityStated = Reseau.Partners.Domain.CapacityStated;
using DuplicateDismissed = Reseau.Partners.Domain.DuplicateDismissed;
using InstitutionArchived = Reseau.Partners.Domain.InstitutionArchived;
using InstitutionRegistered = Reseau.Partners.Domain.InstitutionRegistered;
using InstitutionRestored = Reseau.Partners.Domain.InstitutionRestored;
using ServiceArchived = Reseau.Partners.Domain.ServiceArchived;
using ServiceConfirmed = Reseau.Partners.Domain.ServiceConfirmed;
using ServiceDrafted = Reseau.Partners.Domain.ServiceDrafted;
using ServicePublished = Reseau.Partners.Domain.ServicePublished;
using StructureMerged = Reseau.Partners.Domain.StructureMerged;
using StructurePublished = Reseau.Partners.Domain.StructurePublished;
using StructureSeparated = Reseau.Partners.Domain.StructureSeparated;

namespace Reseau.Partners;

/// <summary>The directory's log: its events by name, its view, and what others may know.</summary>
public sealed class PartnersLog : ServiceLog<PartnersDb>
{
    /// <inheritdoc />
    public override string Source => "partners";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new EventTypes()
        .Add<InstitutionRegistered>("institution-registered")
        .Add<InstitutionArchived>("institution-archived")
        .Add<InstitutionRestored>("institution-restored")
        .Add<StructurePublished>("structure-published")
        .Add<ServicePublished>("service-published")
        .Add<ServiceArchived>("service-archived")
        .Add<StructureMerged>("structure-merged")
        .Add<StructureSeparated>("structure-separated")
        .Add<DuplicateDismissed>("duplicate-dismissed")
        .Add<ServiceDrafted>("service-drafted")
        .Add<ServiceConfirmed>("service-confirmed")
        .Add<CapacityStated>("capacity-stated");

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
            case InstitutionArchived:
                change.InstitutionMoved = new() { ToState = InstitutionStates.Archived };
                break;
            case InstitutionRestored:
                change.InstitutionMoved = new() { ToState = InstitutionStates.Present };
                break;
            case StructurePublished(var structure):
                change.StructurePublished = new()
                {
                    Institution = Names.Institution(structure.InstitutionId),
                    DisplayName = structure.Name,
                    InseeCode = structure.Address.CommuneInsee ?? "",
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
                if (service.Contacts is [var first, ..]) change.ServicePublished.Away.AddRange(first.Absences.Select(ToMessage));
                break;
            case ServiceArchived:
                change.ServiceArchived = new();
                break;
            case StructureMerged(_, var into):
                change.StructureMerged = new() { Into = Names.Structure(into) };
                break;
            case StructureSeparated:
                change.StructureSeparated = new();
                break;
            case DuplicateDismissed(_, var other):
                change.DuplicateDismissed = new() { Other = Names.Structure(other) };
                break;
            case ServiceDrafted:
                change.ServiceDrafted = new();
                break;
            case ServiceConfirmed:
                change.ServiceConfirmed = new();
                break;
            case CapacityStated(_, var capacity):
                change.CapacityStated = ToMessage(capacity);
                break;
            default:
                throw new InvalidOperationException($"{recorded.Body.GetType().Name} is not an event of the directory.");
        }
    }

    private static AwayPeriod ToMessage(Absence absence) => new()
    {
        FromDate = absence.From.ToString("O", CultureInfo.InvariantCulture),
        UntilDate = absence.Until.ToString("O", CultureInfo.InvariantCulture),
    };

    private static Reseau.Events.V1.CapacityStated ToMessage(Domain.Capacity capacity)
    {
        var message = new Reseau.Events.V1.CapacityStated
        {
            State = EnumNames.Of(capacity.State),
            UntilDate = capacity.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            NextFreeDate = capacity.NextFreeOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };
        if (capacity.Seats is { } seats) message.Seats = seats;
        return message;
    }
}
