using System.Text;

namespace Reseau.Partners.Search;

/// <summary>Compares rows with the place where a page ended: negative up to it, positive after it; without a place, everything is after.</summary>
internal sealed class RowCut(RowPosition? after)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(after?.SortName ?? "");

    public int ByName(ServiceFact service) => ByName(service.SortName, service.Id);

    public int ByName(StructureFact place) => ByName(place.SortName, place.Id);

    public int ByFreshness(ServiceFact service) =>
        after is not { } end || service.FreshOn == end.FreshOn ? ByName(service) : service.FreshOn.CompareTo(end.FreshOn);

    private int ByName(ReadOnlySpan<byte> name, string id)
    {
        if (after is not { } end) return 1;
        var order = name.SequenceCompareTo(_name);
        if (order == 0) order = string.CompareOrdinal(id, end.Id);
        return order == 0 ? -1 : order;
    }
}
