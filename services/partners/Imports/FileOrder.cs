using System.Runtime.CompilerServices;
using Reseau.Partners.Formats;

namespace Reseau.Partners.Imports;

/// <summary>
/// The records of a file in an order in which they can be kept: a service whose structure the file has not described so far comes after
/// all others. The order depends on the file alone, not on the directory: an import that goes on counts on it.
/// </summary>
internal static class FileOrder
{
    public static async IAsyncEnumerable<RawRecord> ReadAsync(IAsyncEnumerable<RawRecord> records, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var structures = new HashSet<UInt128>();
        using var later = new ServiceSpool();
        UnreadableFileException? broken = null;
        await using var file = records.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await file.MoveNextAsync()) break;
            }
            catch (UnreadableFileException failure)
            {
                // What came before it counts.
                broken = failure;
                break;
            }

            var record = file.Current;
            if (record.Kind == RecordKind.Structure) structures.Add(IdHash.Of(record.Fields.Find("id")?.Text ?? ""));
            if (record.Kind == RecordKind.Service && record.Problem is null && !structures.Contains(IdHash.Of(record.Fields.Find("structure_id")?.Text ?? ""))) later.Add(record);
            else yield return record;
        }

        foreach (var record in later.ReadAll()) yield return record;
        if (broken is not null) throw broken;
    }
}
