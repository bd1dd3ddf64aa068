using System.Globalization;
using Reseau.Kernel.Calendar;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Formats;

/// <summary>Readings that know what a field is about.</summary>
internal sealed partial class RecordReading
{
    /// <summary>A telephone; one written oddly is rewritten, one that cannot be is for <see cref="Screen(Structure, FieldNames)"/> to leave aside.</summary>
    public string? Phone(string field)
    {
        var typed = Text(field);
        if (typed is null || PhoneText.IsUsual(typed) || PhoneText.Rewrite(typed) is not { } number) return typed;
        Aside(field, FileMessages.PhoneRewritten, number);
        return number;
    }

    /// <summary>Opening hours that parse, French ones included; the problem says where it stopped understanding.</summary>
    public string? Hours(string field)
    {
        if (Text(field) is not { } typed || OpeningHours.TryParse(typed, out _, out var problem)) return Text(field);
        Aside(field, ContentMessages.InvalidHours, problem.MessageFr, "");
        return null;
    }

    /// <summary>Codes of places where people may be served; the name of a département is proposed as its code.</summary>
    public CodeList Zones(string field) => [.. Distinct(field, item =>
    {
        if (EligibilityZone.IsWellFormed(item)) return item;
        var proposal = item.Equals("france", StringComparison.OrdinalIgnoreCase) ? EligibilityZone.France : communes.DepartementOf(item) ?? "";
        if (style.Lenient && proposal.Length > 0)
        {
            Keep(field);
            return proposal;
        }

        var violation = ContentMessages.Violation(field, ContentMessages.InvalidZone);
        Aside(field, violation.Reason, violation.MessageFr, proposal);
        return null;
    })];

    /// <summary>An address under the names that data.inclusion and the national map share.</summary>
    public Address Address()
    {
        var address = new Address
        {
            Line = Text("adresse"),
            Complement = Text("complement_adresse"),
            PostalCode = Text("code_postal"),
            CommuneName = Text("commune"),
            Point = Point(),
        };
        if (address.PostalCode is { } code && !communes.IsPostalCode(code))
        {
            // A number loses its first zero in a spreadsheet.
            if (code.Length == 4 && code.All(char.IsAsciiDigit) && communes.IsPostalCode("0" + code)) address = address with { PostalCode = Rewritten("code_postal", "0" + code) };
            else if (communes.OfInsee(code) is { } mixed) Aside("code_postal", FileMessages.InseeForPostalCode, mixed.PostalCodes.Count == 1 ? mixed.PostalCodes[0] : "");
        }

        return address with { CommuneInsee = Insee(address) };
    }

    private string? Insee(Address address)
    {
        var typed = Text("code_insee")?.ToUpperInvariant();
        if (typed is { Length: 4 } && communes.OfInsee("0" + typed) is not null) return Rewritten("code_insee", "0" + typed);
        if (typed is not null && communes.OfInsee(typed) is not null) return typed;
        var found = communes.Find(address.PostalCode, address.CommuneName) ?? communes.Find(typed, address.CommuneName) ?? communes.Find(address.PostalCode, null);
        if (typed is null)
        {
            // The address says which commune it is: the code serves searches, and is not given back by an export.
            if (found is not null) Keep("code_insee");
            return found?.Insee;
        }

        Aside("code_insee", communes.IsPostalCode(typed) ? FileMessages.PostalCodeForInsee : FileMessages.UnknownCommune, found?.Insee ?? "");
        return found?.Insee;
    }

    private GeoPoint? Point()
    {
        var (latitude, longitude) = (Number("latitude"), Number("longitude"));
        if (latitude is { } y && longitude is { } x) return new(y, x);
        if (latitude is not null) Aside("latitude", FileMessages.HalfAPoint);
        if (longitude is not null) Aside("longitude", FileMessages.HalfAPoint);
        return null;
    }

    private string Rewritten(string field, string value)
    {
        Keep(field);
        return value;
    }

    /// <summary>What to write instead of coordinates that were exchanged.</summary>
    private string Exchanged(string field) =>
        raw.Fields.Find(field == "latitude" ? "longitude" : "latitude") is { } other ? Convert.ToString(other.Text, CultureInfo.InvariantCulture) : "";
}
