using Reseau.Partners.Domain;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Formats;

/// <summary>The formats that are read: how a file of each is cut into records, how a record is understood, what it cannot say.</summary>
internal sealed class DirectoryFiles(CommuneLookup communes)
{
    /// <summary>The records of a file, as they come.</summary>
    public static IAsyncEnumerable<RawRecord> Records(DirectoryFormat format, FileContent content, CancellationToken cancellation) => format switch
    {
        DirectoryFormat.DataInclusionJson => JsonFile.ReadAsync(content, isPlaces: false, cancellation),
        DirectoryFormat.DataInclusionNdjson => NdjsonFile.ReadAsync(content, cancellation),
        DirectoryFormat.CartoJson => JsonFile.ReadAsync(content, isPlaces: true, cancellation),
        DirectoryFormat.CartoCsv => CsvFile.ReadAsync(content, ["id", "nom", "pivot"], header => header.Trim(), cell => cell, cancellation),
        DirectoryFormat.SimpleCsv => CsvFile.ReadAsync(content, SimpleTable.Required, SimpleTable.NameOf, SimpleTable.Unmarked, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The reading of one record.</summary>
    public Func<RawRecord, FileRecord> Reader(DirectoryFormat format, string institution) => format switch
    {
        DirectoryFormat.CartoJson or DirectoryFormat.CartoCsv => new CartoReader(communes).Read,
        DirectoryFormat.SimpleCsv => new SimpleReader(communes, institution).Read,
        _ => new DataInclusionReader(communes).Read,
    };

    /// <summary>A place as a file wants it, with what the directory knows of it and the format has no word for.</summary>
    public static Structure Carry(DirectoryFormat format, Structure current, Structure wanted)
    {
        var origin = wanted.Origin with { Kept = Merged(format, current.Origin, wanted.Origin) };
        return format switch
        {
            DirectoryFormat.SimpleCsv => wanted with { Origin = current.Origin with { Kept = origin.Kept } },
            DirectoryFormat.CartoJson or DirectoryFormat.CartoCsv => wanted with
            {
                PublicComputers = current.PublicComputers, Facilitators = current.Facilitators, Origin = origin,
            },
            _ => wanted with
            {
                Typology = current.Typology, Accessibility = current.Accessibility, PublicComputers = current.PublicComputers, Facilitators = current.Facilitators, Origin = origin,
            },
        };
    }

    /// <summary>The same of a service.</summary>
    public static Service Carry(DirectoryFormat format, ServiceRecord record, Service wanted, Structure place)
    {
        var current = record.Content;
        var origin = wanted.Origin with { Kept = Merged(format, current.Origin, wanted.Origin) };
        wanted = wanted with { Contacts = current.Contacts, Origin = origin };
        switch (format)
        {
            case DirectoryFormat.SimpleCsv:
                // An export writes the day for records that carry none.
                var day = current.Origin.UpdatedOn is null && origin.UpdatedOn == record.FreshOn ? null : origin.UpdatedOn;
                return wanted with { Address = current.Address, Origin = origin with { Link = current.Origin.Link, UpdatedOn = day } };
            case DirectoryFormat.CartoJson or DirectoryFormat.CartoCsv:
                return wanted with { AcceptsReferrals = current.AcceptsReferrals };
            default:
                // An export of ours writes the address of the place on the service.
                var isPlaces = wanted.Origin.Source is null && current.Address is null && wanted.Address == place.Address;
                return wanted with
                {
                    AcceptsReferrals = current.AcceptsReferrals, Languages = current.Languages, Address = isPlaces ? null : wanted.Address,
                };
        }
    }

    // What another format left on the record stays.
    private static FieldList Merged(DirectoryFormat format, Origin current, Origin wanted)
    {
        if (current.Kept.Count == 0) return wanted.Kept;
        var prefix = Prefix(format);
        return [.. current.Kept.Where(field => !field.Key.StartsWith(prefix, StringComparison.Ordinal)).Concat(wanted.Kept).OrderBy(field => field.Key, StringComparer.Ordinal)];
    }

    private static string Prefix(DirectoryFormat format) => format switch
    {
        DirectoryFormat.CartoJson or DirectoryFormat.CartoCsv => ReadingStyle.Carto.Prefix,
        DirectoryFormat.SimpleCsv => ReadingStyle.Simple.Prefix,
        _ => ReadingStyle.DataInclusion.Prefix,
    };
}
