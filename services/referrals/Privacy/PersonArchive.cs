using System.IO.Compression;
using Reseau.Kernel;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Rpc;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Privacy;

/// <summary>
/// Everything that an institution sees of one person, with its documents, as one zip. It is written piece by piece, each document decrypted as
/// it goes out: neither the zip nor a document is ever whole in memory or on a disk.
/// </summary>
internal static class PersonArchive
{
    /// <summary>The JSON file among the documents.</summary>
    public const string Data = "donnees.json";

    /// <summary>Writes the zip.</summary>
    /// <param name="output">Where to; only ever written forward.</param>
    /// <param name="data">What <see cref="PersonExport"/> writes of the referrals.</param>
    /// <param name="referrals">The referrals, as the institution sees them: their timelines name the documents that it may read, and no others.</param>
    /// <param name="attachments">The documents.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task WriteAsync(Stream output, byte[] data, IEnumerable<Contract.Referral> referrals, AttachmentStore attachments, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (var entry = await zip.CreateEntry(Data).OpenAsync(cancellation)) await entry.WriteAsync(data, cancellation);
        foreach (var document in referrals.SelectMany(referral => referral.Timeline).Select(line => line.Attachment).OfType<Contract.Attachment>())
        {
            var name = AttachmentName.Parse(document.Name, new Violations());
            // Erased while the others went out: as if it had been before.
            if (await attachments.OpenAsync(name.Referral, name.Id, cancellation) is not { } pieces) continue;
            // Documents are compressed as they come: doing it again takes time and gains nothing.
            await using var entry = await zip.CreateEntry(PathOf(name, document.FileName), CompressionLevel.NoCompression).OpenAsync(cancellation);
            await foreach (var piece in pieces.WithCancellation(cancellation)) await entry.WriteAsync(piece, cancellation);
        }
    }

    // Whoever unpacks it finds it where it belongs and nowhere else, whatever the file was called.
    private static string PathOf(AttachmentName name, string fileName)
    {
        var safe = string.Concat(fileName.Select(letter => letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : letter)).Trim('.', ' ');
        return $"documents/{name.Referral[(name.Referral.IndexOf('/', StringComparison.Ordinal) + 1)..]}/{name.Id}/{(safe.Length == 0 ? "document" : safe)}";
    }
}
