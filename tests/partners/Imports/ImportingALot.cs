using System.Globalization;
using Reseau.Partners.Formats;
using Reseau.Partners.Imports;
using Reseau.Partners.Tests.Formats;
using Xunit.Abstractions;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Imports;

/// <summary>Files whose size is not that of the memory they take. <c>RESEAU_IMPORT_MEGABYTES=200</c> asks for a large one.</summary>
[Collection(Alone.Name)]
public sealed class ImportingALot(ITestOutputHelper output)
{
    private static readonly int Megabytes = int.Parse(Environment.GetEnvironmentVariable("RESEAU_IMPORT_MEGABYTES") ?? "20", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_a_large_file_keeps_only_a_record_in_memory(bool isNdjson)
    {
        var format = isNdjson ? DirectoryFormat.DataInclusionNdjson : DirectoryFormat.DataInclusionJson;
        var read = new DirectoryFiles(Files.Communes).Reader(format, "caf-35");
        await using var content = new FileContent(PiecesAsync(isNdjson), CancellationToken.None);
        var (count, before, most) = (0, GC.GetTotalMemory(forceFullCollection: true), 0L);
        await foreach (var record in FileOrder.ReadAsync(DirectoryFiles.Records(format, content, CancellationToken.None), CancellationToken.None))
        {
            Assert.False(read(record).Refused);
            if (++count % 5_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        output.WriteLine(FormattableString.Invariant($"{Megabytes} MB, {count} records, {most / 1024.0 / 1024.0:F1} MB live at most"));
        Assert.True(most < (16L << 20) + ((long)Megabytes << 17), $"{most} bytes live");
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(bool isNdjson)
    {
        await Task.Yield();
        if (!isNdjson) yield return "["u8.ToArray();
        var (sent, rank) = (0L, 0);
        while (sent < (long)Megabytes << 20)
        {
            foreach (var piece in Uploads.Ndjson($"large-{rank++}", 40, 4))
            {
                if (!isNdjson) for (var i = 0; i < piece.Length; i++) piece[i] = piece[i] == (byte)'\n' ? (byte)',' : piece[i];
                sent += piece.Length;
                yield return piece;
            }
        }

        if (!isNdjson) yield return System.Text.Encoding.UTF8.GetBytes($"{Uploads.Structure("last")}]");
    }
}
