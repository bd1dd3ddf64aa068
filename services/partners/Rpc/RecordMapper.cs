using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>Records of the directory to messages.</summary>
internal static class RecordMapper
{
    public static Contract.Institution ToMessage(Stored<InstitutionRecord> stored)
    {
        var institution = stored.Content.Content;
        var message = new Contract.Institution
        {
            Name = Names.Institution(institution.Id),
            Etag = Etag.Of(stored.Version),
            CreateTime = stored.CreatedAt.ToTimestamp(),
            UpdateTime = stored.ChangedAt.ToTimestamp(),
            DisplayName = institution.Name,
            Typology = institution.Typology,
            Siret = institution.Siret ?? "",
            Uid = Names.Uid(Names.Institution(institution.Id)),
            ArchiveTime = stored.Content.ArchivedAt?.ToTimestamp(),
        };
        message.Networks.AddRange(institution.Networks);
        return message;
    }

    public static Contract.Structure ToMessage(Stored<StructureRecord> stored)
    {
        var message = ToMessage(stored.Content.Content);
        (message.Etag, message.CreateTime, message.UpdateTime) = (Etag.Of(stored.Version), stored.CreatedAt.ToTimestamp(), stored.ChangedAt.ToTimestamp());
        if (stored.Content.MergedInto is { } into) message.MergedInto = Names.Structure(into);
        return message;
    }

    /// <summary>A service as its institution and the network see it; <paramref name="place"/> gives the quality score, where it is known.</summary>
    public static Contract.Service ToMessage(Stored<ServiceRecord> stored, Structure? place, DateOnly today)
    {
        var message = ToMessage(stored.Content, place, today);
        (message.Etag, message.CreateTime) = (Etag.Of(stored.Version), stored.CreatedAt.ToTimestamp());
        return message;
    }

    /// <summary>What a list shows of a place: the contract's SEARCH_VIEW_BASIC.</summary>
    public static Contract.Structure ToBasicMessage(Structure structure) => new()
    {
        Name = Names.Structure(structure.Id),
        Institution = Names.Institution(structure.InstitutionId),
        DisplayName = structure.Name,
        Typology = structure.Typology ?? "",
        Address = ToMessage(structure.Address),
        OpeningHours = structure.OpeningHours ?? "",
    };

    public static Contract.Structure ToMessage(Structure structure)
    {
        var message = new Contract.Structure
        {
            Name = Names.Structure(structure.Id),
            Institution = Names.Institution(structure.InstitutionId),
            DisplayName = structure.Name,
            Description = structure.Description ?? "",
            Siret = structure.Siret ?? "",
            Typology = structure.Typology ?? "",
            Address = ToMessage(structure.Address),
            Phone = structure.Phone ?? "",
            Email = structure.Email ?? "",
            Website = structure.Website ?? "",
            OpeningHours = structure.OpeningHours ?? "",
            AccessibilityUrl = structure.AccessibilityUrl ?? "",
            PublicComputers = structure.PublicComputers,
            Facilitators = structure.Facilitators,
            Origin = ToMessage(structure.Origin),
            Uid = Names.Uid(Names.Structure(structure.Id)),
        };
        message.Networks.AddRange(structure.Networks);
        message.Accessibility.AddRange(structure.Accessibility);
        return message;
    }

    /// <summary>What a list shows of a service: the contract's SEARCH_VIEW_BASIC.</summary>
    public static Contract.Service ToBasicMessage(ServiceRecord record)
    {
        var service = record.Content;
        var message = new Contract.Service
        {
            Name = Names.Service(service.Id),
            State = (Contract.Service.Types.State)record.State,
            Structure = Names.Structure(service.StructureId),
            Institution = Names.Institution(service.InstitutionId),
            DisplayName = service.Name,
            Type = service.Type ?? "",
            Fees = service.Fees ?? "",
            AcceptsReferrals = service.AcceptsReferrals,
            Address = service.Address is { } address ? ToMessage(address) : null,
            OpeningHours = service.OpeningHours ?? "",
            Capacity = record.Capacity is { } capacity ? ToMessage(capacity, record.CapacityAt) : null,
            FreshDate = record.FreshOn.ToDate(),
        };
        message.Themes.AddRange(service.Themes);
        message.ReceptionModes.AddRange(service.ReceptionModes);
        return message;
    }

    public static Contract.Service ToMessage(ServiceRecord record, Structure? place, DateOnly today)
    {
        var service = record.Content;
        var message = new Contract.Service
        {
            Name = Names.Service(service.Id),
            State = (Contract.Service.Types.State)record.State,
            Structure = Names.Structure(service.StructureId),
            Institution = Names.Institution(service.InstitutionId),
            DisplayName = service.Name,
            Description = service.Description,
            Type = service.Type ?? "",
            PublicsDetails = service.PublicsDetails ?? "",
            AccessConditions = service.AccessConditions ?? "",
            Fees = service.Fees ?? "",
            FeesDetails = service.FeesDetails ?? "",
            MobilisationLink = service.MobilisationLink ?? "",
            MobilisationDetails = service.MobilisationDetails ?? "",
            ContactName = service.ContactName ?? "",
            Phone = service.Phone ?? "",
            Email = service.Email ?? "",
            AcceptsReferrals = service.AcceptsReferrals,
            Address = service.Address is { } address ? ToMessage(address) : null,
            OpeningHours = service.OpeningHours ?? "",
            Origin = ToMessage(service.Origin),
            Capacity = record.Capacity is { } capacity ? ToMessage(capacity, record.CapacityAt) : null,
            FreshDate = record.FreshOn.ToDate(),
            UpdateTime = record.ChangedAt.ToTimestamp(),
            Uid = Names.Uid(Names.Service(service.Id)),
            Quality = place is null ? null : QualityMapper.ToMessage(Quality.Of(service, place, record.FreshOn, today)),
        };
        if (service.WeeklyHours is { } hours) message.WeeklyHours = hours;
        if (service.Weeks is { } weeks) message.Weeks = weeks;
        message.Themes.AddRange(service.Themes);
        message.Publics.AddRange(service.Publics);
        message.ReceptionModes.AddRange(service.ReceptionModes);
        message.EligibilityZones.AddRange(service.EligibilityZones);
        message.MobilisationModes.AddRange(service.MobilisationModes);
        message.MobilisableBy.AddRange(service.MobilisableBy);
        message.Languages.AddRange(service.Languages);
        message.Contacts.AddRange(service.Contacts.Select(ToMessage));
        return message;
    }

    public static Contract.Address ToMessage(Address address) => new()
    {
        StreetAddress = address.Line ?? "",
        Complement = address.Complement ?? "",
        PostalCode = address.PostalCode ?? "",
        Commune = address.CommuneName ?? "",
        InseeCode = address.CommuneInsee ?? "",
        Position = address.Point is { } point ? new LatLng { Latitude = point.Latitude, Longitude = point.Longitude } : null,
    };

    public static Contract.Capacity ToMessage(Capacity capacity, DateTimeOffset? at)
    {
        var message = new Contract.Capacity
        {
            State = (Contract.Capacity.Types.State)capacity.State,
            UntilDate = capacity.Until is { } until ? until.ToDate() : null,
            NextFreeDate = capacity.NextFreeOn is { } next ? next.ToDate() : null,
            UpdateTime = at?.ToTimestamp(),
        };
        if (capacity.Seats is { } seats) message.Seats = seats;
        return message;
    }

    private static Contract.Contact ToMessage(Contact contact)
    {
        var message = new Contract.Contact { DisplayName = contact.Name, Phone = contact.Phone ?? "", Email = contact.Email ?? "" };
        message.Absences.AddRange(contact.Absences.Select(absence => new Contract.Absence { StartDate = absence.From.ToDate(), EndDate = absence.Until.ToDate() }));
        return message;
    }

    private static Contract.Origin ToMessage(Origin origin)
    {
        var message = new Contract.Origin
        {
            Source = origin.Source ?? "",
            Link = origin.Link ?? "",
            UpdateDate = origin.UpdatedOn is { } day ? day.ToDate() : null,
        };
        foreach (var (field, value) in origin.Kept) message.Kept[field] = value;
        return message;
    }

    public static Contract.Commune ToMessage(Commune commune)
    {
        var message = new Contract.Commune { InseeCode = commune.Insee, DisplayName = commune.Name, Departement = commune.Departement, Population = commune.Population };
        message.PostalCodes.AddRange(commune.PostalCodes);
        return message;
    }
}
