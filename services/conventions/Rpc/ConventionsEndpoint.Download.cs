using Google.Protobuf;
using Grpc.Core;
using Reseau.Conventions.Documents;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Signing;
using Reseau.Conventions.Views;
using Reseau.Documents;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Versions compared; documents, evidence and lists as files.</summary>
internal sealed partial class ConventionsEndpoint
{
    private const int ChunkLength = 64 * 1024;
    private const int ExportedAtOnce = 200;

    public override async Task<Contract.CompareVersionsResponse> CompareVersions(Contract.CompareVersionsRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        violations.ThrowIfAny();
        var stored = await SeenAsync(name, long.MaxValue, Caller.Of(context), context.CancellationToken);
        var answer = new Contract.CompareVersionsResponse();
        answer.Parts.AddRange(Comparison.Compare(stored.Convention, Version(stored, request.FromVersion), Version(stored, request.ToVersion)));
        return answer;
    }

    public override async Task DownloadDocument(Contract.DownloadDocumentRequest request, IServerStreamWriter<Contract.FileChunk> responseStream, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        violations.ThrowIfAny();
        var stored = await SeenAsync(name, long.MaxValue, Caller.Of(context), context.CancellationToken);
        var current = stored.Convention;
        var version = request.Version == 0 ? current.TextVersion : request.Version;
        var document = current.IsPrivate && version == current.TextVersion
            ? DocumentRenderer.Render(DocumentText.Of(current, current.Content, version, signBefore: null)).Pdf
            : await store.DocumentAsync(name, version, context.CancellationToken) ?? throw NoSuchVersion(current, version);
        await SendAsync(responseStream, document, context.CancellationToken);
    }

    public override async Task DownloadEvidence(Contract.DownloadEvidenceRequest request, IServerStreamWriter<Contract.FileChunk> responseStream, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        violations.ThrowIfAny();
        var stored = await SeenAsync(name, long.MaxValue, Caller.Of(context), context.CancellationToken);
        if (!stored.History.Any(recorded => recorded.Body is ConventionSigned)) throw new RefusedException(new("NOTHING_SIGNED", "Nobody has signed.", ("convention", name)));
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var version = 1; version <= stored.Convention.TextVersion; version++)
        {
            if (await store.DocumentAsync(name, version, context.CancellationToken) is { } document) documents[RenderedDocument.HashOf(document)] = document;
        }
        using var bundle = new MemoryStream();
        EvidenceBundle.Write(bundle, EvidenceJournal.Of(stored), documents);
        await SendAsync(responseStream, bundle.ToArray(), context.CancellationToken);
    }

    public override async Task ExportConventions(Contract.ExportConventionsRequest request, IServerStreamWriter<Contract.FileChunk> responseStream, ServerCallContext context)
    {
        var (asked, cancellation) = (Question(request.Filter ?? new(), Caller.Of(context)), context.CancellationToken);
        await responseStream.WriteAsync(new() { Data = ByteString.CopyFrom([.. System.Text.Encoding.UTF8.Preamble, .. ConventionsFile.Header()]) }, cancellation);
        ConventionPosition? after = null;
        do
        {
            // A database is held for a page, not for as long as a slow reader takes.
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var (rows, next) = await ConventionPages.ReadAsync(db, asked, after, ExportedAtOnce, cancellation);
            var lines = ConventionsFile.Lines(rows.Select(ConventionView.Read), Today);
            foreach (var piece in lines.Chunk(ChunkLength)) await responseStream.WriteAsync(new() { Data = UnsafeByteOperations.UnsafeWrap(piece) }, cancellation);
            after = next;
        }
        while (after is not null);
    }

    private static async Task SendAsync(IServerStreamWriter<Contract.FileChunk> writer, byte[] file, CancellationToken cancellation)
    {
        var head = new Contract.FileChunk { Sha256 = RenderedDocument.HashOf(file), SizeBytes = file.Length };
        for (var from = 0; from < file.Length; from += ChunkLength)
        {
            var chunk = from == 0 ? head : new();
            chunk.Data = UnsafeByteOperations.UnsafeWrap(file.AsMemory(from, Math.Min(ChunkLength, file.Length - from)));
            await writer.WriteAsync(chunk, cancellation);
        }
    }

    // What a version says is what its last event left: a draft is written many times under one number.
    private static ConventionContent Version(StoredConvention stored, int version) => stored.History
        .Select(recorded => recorded.Body switch
        {
            ConventionDrafted drafted => (drafted.Between.TextVersion, drafted.Content),
            ConventionRevised revised => (revised.Between.TextVersion, revised.Content),
            _ => default((int TextVersion, ConventionContent Content)),
        })
        .LastOrDefault(text => text.Content is not null && text.TextVersion == version).Content ?? throw NoSuchVersion(stored.Convention, version);

    private static RefusedException NoSuchVersion(Convention convention, int version) => new(new(
        "VERSION_NOT_FOUND", "The convention has no such version.", ("convention", convention.Name), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture))));
}
