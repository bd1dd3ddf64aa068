using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// Records as bytes: a directory of 200 000 services fits in memory several times over what objects and UTF-16 would take, and the garbage
/// collector has one array to look at instead of forty objects. Equal records give equal bytes. Ids are not in the bytes: the facts hold them.
/// </summary>
internal sealed class RecordPacker
{
    private const int MostWords = 65_536;

    private readonly CodePool _codes = new();
    private readonly CodePool _words = new(MostWords);
    private readonly PackWriter _writer;

    public RecordPacker() => _writer = new(_codes, _words);

    /// <summary>Only one writer at a time.</summary>
    public byte[] Pack(ServiceRecord record)
    {
        var service = record.Content;
        _writer.Clear();
        _writer.Text(PlainLetters.Of(service.Name));
        _writer.Flag(service.Address is not null);
        if (service.Address is { } address) Write(address);
        _writer.Day(record.FreshOn);
        _writer.Number((int)record.State);
        Write(record.Capacity);
        _writer.Flag(record.CapacityAt is not null);
        if (record.CapacityAt is { } at) _writer.Instant(at);
        _writer.Instant(record.ChangedAt);
        _writer.Prose(service.Name);
        _writer.Prose(service.Description);
        _writer.Code(service.Type);
        _writer.Codes(service.Themes);
        _writer.Codes(service.Publics);
        _writer.Prose(service.PublicsDetails);
        _writer.Prose(service.AccessConditions);
        _writer.Code(service.Fees);
        _writer.Prose(service.FeesDetails);
        _writer.Codes(service.ReceptionModes);
        _writer.Codes(service.EligibilityZones);
        _writer.Codes(service.MobilisationModes);
        _writer.Codes(service.MobilisableBy);
        _writer.Text(service.MobilisationLink);
        _writer.Prose(service.MobilisationDetails);
        _writer.Text(service.ContactName);
        _writer.Text(service.Phone);
        _writer.Text(service.Email);
        Write(service.Contacts);
        _writer.Codes(service.Languages);
        _writer.Code(service.OpeningHours);
        _writer.Flag(service.WeeklyHours is not null);
        if (service.WeeklyHours is { } hours) _writer.Double(hours);
        _writer.Number(service.Weeks);
        _writer.Flag(service.AcceptsReferrals);
        Write(service.Origin);
        return _writer.ToArray();
    }

    public byte[] Pack(StructureRecord record)
    {
        var structure = record.Content;
        _writer.Clear();
        _writer.Text(PlainLetters.Of(structure.Name));
        Write(structure.Address);
        _writer.Codes(record.NotTheSameAs);
        _writer.Prose(structure.Name);
        _writer.Prose(structure.Description);
        _writer.Text(structure.Siret);
        _writer.Code(structure.Typology);
        _writer.Codes(structure.Networks);
        _writer.Text(structure.Phone);
        _writer.Text(structure.Email);
        _writer.Text(structure.Website);
        _writer.Code(structure.OpeningHours);
        _writer.Text(structure.AccessibilityUrl);
        _writer.Codes(structure.Accessibility);
        _writer.Number(structure.PublicComputers);
        _writer.Number(structure.Facilitators);
        Write(structure.Origin);
        return _writer.ToArray();
    }

    /// <summary>Where a service is given; the rest stays packed.</summary>
    public Address AddressOf(Shown shown)
    {
        var own = new PackReader(shown.Service.Packed, _codes, _words);
        _ = own.Bytes();
        if (own.Flag()) return ReadAddress(ref own);
        var place = new PackReader(shown.Place.Packed, _codes, _words);
        _ = place.Bytes();
        return ReadAddress(ref place);
    }

    public ServiceRecord Unpack(ServiceFact fact)
    {
        var reader = new PackReader(fact.Packed, _codes, _words);
        _ = reader.Bytes();
        var address = reader.Flag() ? ReadAddress(ref reader) : null;
        var freshOn = reader.Day()!.Value;
        var state = (RecordState)reader.Number();
        var capacity = ReadCapacity(ref reader);
        DateTimeOffset? capacityAt = reader.Flag() ? reader.Instant() : null;
        var changedAt = reader.Instant();
        // Initialisers run in the order they are written, which is the order of the bytes.
        var service = new Service
        {
            Id = fact.Id,
            StructureId = fact.StructureId,
            InstitutionId = fact.InstitutionId,
            Name = reader.Prose()!,
            Description = reader.Prose()!,
            Type = reader.Code(),
            Themes = reader.Codes(),
            Publics = reader.Codes(),
            PublicsDetails = reader.Prose(),
            AccessConditions = reader.Prose(),
            Fees = reader.Code(),
            FeesDetails = reader.Prose(),
            ReceptionModes = reader.Codes(),
            EligibilityZones = reader.Codes(),
            MobilisationModes = reader.Codes(),
            MobilisableBy = reader.Codes(),
            MobilisationLink = reader.Text(),
            MobilisationDetails = reader.Prose(),
            ContactName = reader.Text(),
            Phone = reader.Text(),
            Email = reader.Text(),
            Contacts = ReadContacts(ref reader),
            Languages = reader.Codes(),
            Address = address,
            OpeningHours = reader.Code(),
            WeeklyHours = reader.Flag() ? reader.Double() : null,
            Weeks = reader.OptionalNumber(),
            AcceptsReferrals = reader.Flag(),
            Origin = ReadOrigin(ref reader),
        };
        return new(service, state, capacity, freshOn) { CapacityAt = capacityAt, ChangedAt = changedAt };
    }

    public StructureRecord Unpack(StructureFact fact)
    {
        var reader = new PackReader(fact.Packed, _codes, _words);
        _ = reader.Bytes();
        var address = ReadAddress(ref reader);
        var others = reader.Codes();
        var structure = new Structure
        {
            Id = fact.Id,
            InstitutionId = fact.InstitutionId,
            Name = reader.Prose()!,
            Description = reader.Prose(),
            Siret = reader.Text(),
            Typology = reader.Code(),
            Networks = reader.Codes(),
            Address = address,
            Phone = reader.Text(),
            Email = reader.Text(),
            Website = reader.Text(),
            OpeningHours = reader.Code(),
            AccessibilityUrl = reader.Text(),
            Accessibility = reader.Codes(),
            PublicComputers = reader.Number(),
            Facilitators = reader.Number(),
            Origin = ReadOrigin(ref reader),
        };
        return new(structure, fact.MergedInto, others);
    }

    private void Write(Capacity? capacity)
    {
        _writer.Number(capacity is null ? 0 : (int)capacity.State);
        if (capacity is null) return;
        _writer.Day(capacity.Until);
        _writer.Number(capacity.Seats);
        _writer.Day(capacity.NextFreeOn);
    }

    private static Capacity? ReadCapacity(ref PackReader reader) => reader.Number() switch
    {
        0 => null,
        var state => new() { State = (CapacityState)state, Until = reader.Day(), Seats = reader.OptionalNumber(), NextFreeOn = reader.Day() },
    };

    private void Write(ValueList<Contact> contacts)
    {
        _writer.Number(contacts.Count);
        foreach (var contact in contacts)
        {
            _writer.Text(contact.Name);
            _writer.Text(contact.Phone);
            _writer.Text(contact.Email);
            _writer.Number(contact.Absences.Count);
            foreach (var absence in contact.Absences)
            {
                _writer.Day(absence.From);
                _writer.Day(absence.Until);
            }
        }
    }

    private static ValueList<Contact> ReadContacts(ref PackReader reader)
    {
        var contacts = new Contact[reader.Number()];
        for (var i = 0; i < contacts.Length; i++)
        {
            contacts[i] = new() { Name = reader.Text()!, Phone = reader.Text(), Email = reader.Text(), Absences = ReadAbsences(ref reader) };
        }

        return [.. contacts];
    }

    private static ValueList<Absence> ReadAbsences(ref PackReader reader)
    {
        var absences = new Absence[reader.Number()];
        for (var i = 0; i < absences.Length; i++) absences[i] = new(reader.Day()!.Value, reader.Day()!.Value);
        return [.. absences];
    }

    private void Write(Address address)
    {
        _writer.Prose(address.Line);
        _writer.Prose(address.Complement);
        _writer.Code(address.PostalCode);
        _writer.Code(address.CommuneName);
        _writer.Code(address.CommuneInsee);
        _writer.Flag(address.Point is not null);
        if (address.Point is not { } point) return;
        _writer.Double(point.Latitude);
        _writer.Double(point.Longitude);
    }

    private static Address ReadAddress(ref PackReader reader) => new()
    {
        Line = reader.Prose(),
        Complement = reader.Prose(),
        PostalCode = reader.Code(),
        CommuneName = reader.Code(),
        CommuneInsee = reader.Code(),
        Point = reader.Flag() ? new GeoPoint(reader.Double(), reader.Double()) : null,
    };

    private void Write(Origin origin)
    {
        _writer.Code(origin.Source);
        _writer.Text(origin.Link);
        _writer.Day(origin.UpdatedOn);
        _writer.Number(origin.Kept.Count);
        foreach (var (name, value) in origin.Kept)
        {
            _writer.Code(name);
            _writer.Prose(value);
        }
    }

    private static Origin ReadOrigin(ref PackReader reader)
    {
        var (source, link, updatedOn) = (reader.Code(), reader.Text(), reader.Day());
        var kept = new KeyValuePair<string, string>[reader.Number()];
        for (var i = 0; i < kept.Length; i++) kept[i] = new(reader.Code()!, reader.Prose()!);
        return source is null && link is null && updatedOn is null && kept.Length == 0 ? Origin.Reseau : new() { Source = source, Link = link, UpdatedOn = updatedOn, Kept = [.. kept] };
    }
}
