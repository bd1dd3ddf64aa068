using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>What depends on the day: who has room, and what room and quality count for. Computed again when the day turns.</summary>
internal sealed class DayColumns
{
    private Bitset _room;

    public DayColumns(DateOnly day, int documents)
    {
        (Day, Weight) = (day, new ushort[documents]);
        if (documents > 0) _room = new(documents);
    }

    public DateOnly Day { get; }

    /// <summary>Not said to be without room.</summary>
    public Bitset Room => _room;

    /// <summary>Hundredths of a point, by document.</summary>
    public ushort[] Weight { get; }

    public void Add(int document, DirectoryEntry entry)
    {
        if (Capacity.HasRoom(entry.Record.Capacity, Day)) _room.Add(document);
        Weight[document] = (ushort)(Weights.OfRoom(entry.Record.Capacity, Day) + Weights.OfQuality(entry, Day));
    }
}
