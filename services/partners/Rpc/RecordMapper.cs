using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>Records of the directory to messages.</summary>
internal static class RecordMapper
{
    public static Contract.Institution ToMessage(StoredRecord<Institution> stored)
    {
        var institution = stored.Content;
        var message = new Contract.Institution
        {
            Name = Names.Institution(institution.Id),
            Etag = Etag.Of(stored.Version),
            CreateTime = stored.CreatedAt.ToTimestamp(),
            UpdateTime = stored.ChangedAt.ToTimestamp(),
            DisplayName = institution.Name,
            Typology = institution.Typology,
            Siret = institution.Siret ?? "",
        };
        message.Networks.AddRange(institution.Networks);
        return message;
    }

    public static Contract.Structure ToMessage(StoredRecord<Structure> stored)
    {
        var message = ToMessage(stored.Content);
        (message.Etag, message.CreateTime, message.UpdateTime) = (Etag.Of(stored.Version), stored.CreatedAt.ToTimestamp(), stored.ChangedAt.ToTimestamp());
        return message;
    }

    public static Contract.Service ToMessage(StoredRecord<Service> stored)
    {
        var message = ToMessage(stored.Content, stored.Archived);
        (message.Etag, message.CreateTime, message.UpdateTime) = (Etag.Of(stored.Version), stored.CreatedAt.ToTimestamp(), stored.ChangedAt.ToTimestamp());
        return message;
    }

    public static Contract.Structure ToMessage(Structure structure) => new()
    {
        Name = Names.Structure(structure.Id),
        Institution = Names.Institution(structure.InstitutionId),
        DisplayName = structure.Name,
        Address = new()
        {
            StreetAddress = structure.AddressLine ?? "",
            PostalCode = structure.PostalCode,
            Commune = structure.CommuneName,
            InseeCode = structure.CommuneInsee,
            Position = structure.Point is { } point ? new LatLng { Latitude = point.Latitude, Longitude = point.Longitude } : null,
        },
        Phone = structure.Phone ?? "",
        Email = structure.Email ?? "",
        Website = structure.Website ?? "",
        OpeningHours = structure.OpeningHours ?? "",
        AccessibilityUrl = structure.AccessibilityUrl ?? "",
        PublicComputers = structure.PublicComputers,
        Facilitators = structure.Facilitators,
    };

    public static Contract.Service ToMessage(Service service, bool archived)
    {
        var message = new Contract.Service
        {
            Name = Names.Service(service.Id),
            State = archived ? Contract.Service.Types.State.Archived : Contract.Service.Types.State.Published,
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
        };
        if (service.WeeklyHours is { } hours) message.WeeklyHours = hours;
        if (service.Weeks is { } weeks) message.Weeks = weeks;
        message.Themes.AddRange(service.Themes);
        message.Publics.AddRange(service.Publics);
        message.ReceptionModes.AddRange(service.ReceptionModes);
        message.EligibilityZones.AddRange(service.EligibilityZones);
        message.MobilisationModes.AddRange(service.MobilisationModes);
        message.MobilisableBy.AddRange(service.MobilisableBy);
        return message;
    }

    public static Contract.Commune ToMessage(Commune commune)
    {
        var message = new Contract.Commune { InseeCode = commune.Insee, DisplayName = commune.Name, Departement = commune.Departement, Population = commune.Population };
        message.PostalCodes.AddRange(commune.PostalCodes);
        return message;
    }
}
