using System.Security.Cryptography;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Attachments;

/// <summary>A document on its way in: looked at, scanned and set aside as it comes.</summary>
internal sealed class AttachmentUpload(ILogWriter<ReferralsDb> writer, AttachmentRow row, string fileName, byte[] key) : IAsyncDisposable
{
    // What a slow line has sent is laid down soon.
    private const int PiecesAtOnce = 4;

    private readonly StagedAttachment _staged = new(writer, row, key, PiecesAtOnce);
    private readonly FileSniffer _sniffer = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _size;

    public string Id => row.Attachment;

    /// <summary>The antivirus that looks on; null when none is configured.</summary>
    public ClamdScan? Scan { get; set; }

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="RefusedException">It is too long, or cannot be one of the kinds.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        _size += content.Length;
        if (_size > AttachmentDecider.LargestSize) throw Refused("ATTACHMENT_TOO_LARGE", "A document has 10 MB at most.");
        _sniffer.Read(content.Span);
        if (_sniffer.IsHopeless) throw UnknownKind();
        _hash.AppendData(content.Span);
        if (Scan is not null) await Scan.WriteAsync(content, cancellation);
        await _staged.WriteAsync(content, cancellation);
    }

    /// <summary>Ends it: what it is, whether it is clean, and a name that is true.</summary>
    /// <exception cref="RefusedException">It is not one of the kinds, not what its name says, or infected.</exception>
    public async Task<ReceivedFile> FinishAsync(CancellationToken cancellation)
    {
        var kind = _sniffer.Kind() ?? throw UnknownKind();
        var name = FileName.For(fileName, kind) ?? throw Lie();
        if (Scan is not null && !await Scan.IsCleanAsync(cancellation)) throw Refused("ATTACHMENT_INFECTED", "The antivirus found something in the document.");
        await _staged.EndAsync(cancellation);
        return new(name, kind, _size, _hash.GetHashAndReset(), Scan is not null);
    }

    public async ValueTask DisposeAsync()
    {
        if (Scan is not null) await Scan.DisposeAsync();
        _hash.Dispose();
        _staged.Dispose();
        await StagedAttachment.DiscardAsync(writer, [row]);
    }

    // A name that announces one of the kinds, over something else, is a lie or a broken file; any other is a kind that is not taken.
    private RefusedException UnknownKind() => FileName.KindOf(fileName) is null
        ? Refused("ATTACHMENT_TYPE_NOT_ALLOWED", "A document is a PDF, JPEG, PNG, DOCX or ODT file.")
        : Lie();

    private RefusedException Lie() => Refused("ATTACHMENT_LIES_ABOUT_TYPE", "The content is not what the name announces, or not whole.");

    private RefusedException Refused(string reason, string message) => new(new(reason, message, ("referral", row.Subject)));
}
