using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A service as the facts keep it: what lists and links need, and the rest as bytes. Never changed: a change makes a new one.</summary>
internal sealed class ServiceFact(ServiceRecord record, byte[] packed, string structureId, string institutionId)
{
    public string Id { get; } = record.Content.Id;

    public string StructureId { get; } = structureId;

    public string InstitutionId { get; } = institutionId;

    public DateOnly FreshOn { get; } = record.FreshOn;

    public DateTimeOffset ChangedAt { get; } = record.ChangedAt;

    public RecordState State { get; } = record.State;

    public byte[] Packed { get; } = packed;

    /// <summary>The name as lists are ordered: plain letters, in UTF-8.</summary>
    public ReadOnlySpan<byte> SortName => new PackReader(Packed, null!, null!).Bytes();

    public static int ByName(ServiceFact x, ServiceFact y)
    {
        var order = x.SortName.SequenceCompareTo(y.SortName);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }

    public static int ByStructure(ServiceFact x, ServiceFact y)
    {
        var order = string.CompareOrdinal(x.StructureId, y.StructureId);
        return order != 0 ? order : ByName(x, y);
    }

    public static int ByInstitution(ServiceFact x, ServiceFact y)
    {
        var order = string.CompareOrdinal(x.InstitutionId, y.InstitutionId);
        return order != 0 ? order : ByName(x, y);
    }

    public static int ByFreshness(ServiceFact x, ServiceFact y)
    {
        var order = string.CompareOrdinal(x.InstitutionId, y.InstitutionId);
        if (order == 0) order = x.FreshOn.CompareTo(y.FreshOn);
        return order != 0 ? order : ByName(x, y);
    }
}
