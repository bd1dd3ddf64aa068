using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A place as the facts keep it; see <see cref="ServiceFact"/>.</summary>
internal sealed class StructureFact(StructureRecord record, byte[] packed, string institutionId)
{
    public string Id { get; } = record.Content.Id;

    public string InstitutionId { get; } = institutionId;

    public string? MergedInto { get; } = record.MergedInto;

    public byte[] Packed { get; } = packed;

    public ReadOnlySpan<byte> SortName => new PackReader(Packed, null!, null!).Bytes();

    public static int ByName(StructureFact x, StructureFact y)
    {
        var order = x.SortName.SequenceCompareTo(y.SortName);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }

    public static int ByInstitution(StructureFact x, StructureFact y)
    {
        var order = string.CompareOrdinal(x.InstitutionId, y.InstitutionId);
        return order != 0 ? order : ByName(x, y);
    }
}
