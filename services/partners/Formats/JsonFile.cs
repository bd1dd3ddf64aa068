using System.Runtime.CompilerServices;

namespace Reseau.Partners.Formats;

/// <summary>Records of a JSON file, one after the other, whatever its size.</summary>
internal static class JsonFile
{
    private const int LargestRecord = 4 << 20;

    /// <param name="content">The file.</param>
    /// <param name="isPlaces">An array of places; otherwise structures and services.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UnreadableFileException">It is not such a file, or no longer.</exception>
    public static async IAsyncEnumerable<RawRecord> ReadAsync(FileContent content, bool isPlaces, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var walk = new JsonWalk(isPlaces);
        var isLast = false;
        while (true)
        {
            var result = await content.Reader.ReadAsync(cancellation);
            var found = walk.Take(result.Buffer, isLast);
            content.Reader.AdvanceTo(walk.Consumed, result.Buffer.End);
            foreach (var record in found) yield return record;
            if (walk.Failure is { } failure) throw failure;
            if (isLast) yield break;
            if (result.IsCompleted)
            {
                content.ThrowIfBroken();
                isLast = true;
            }
            else if (result.Buffer.Slice(walk.Consumed).Length > LargestRecord)
            {
                throw new UnreadableFileException(walk.Count + 1, FileMessages.HugeRecord);
            }
        }
    }
}
