using System.Collections.Concurrent;
using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Hosts;

// What is done for the network as a whole: duplicates, unmet needs, imports.
public sealed partial class DirectoryStandIn
{
    private readonly ConcurrentDictionary<string, Import> _imports = new(StringComparer.Ordinal);

    /// <summary>An institution that has left the network.</summary>
    public const string Left = "institutions/relais-ancien";

    public ConcurrentQueue<string> Merges { get; } = new();

    public ListUnmetNeedsRequest LastUnmetNeeds { get; private set; } = new();

    public ImportHeader LastImport { get; private set; } = new();

    /// <summary>Length and fingerprint of the last file received, and the longest piece of it.</summary>
    public (long Length, string Print, int LongestPiece) LastFile { get; private set; }

    public void GivenImport(Import import) => _imports[import.Name] = import;

    public override Task<ListInstitutionsResponse> ListInstitutions(ListInstitutionsRequest request, ServerCallContext context) => Task.FromResult(new ListInstitutionsResponse
    {
        TotalSize = 3,
        Institutions =
        {
            new Institution { Name = "institutions/ccas-rennes", DisplayName = "CCAS de Rennes", Typology = "CCAS" },
            new Institution { Name = "institutions/caf-35", DisplayName = "CAF d’Ille-et-Vilaine", Typology = "CAF" },
            new Institution { Name = Left, DisplayName = "Ancien relais", Typology = "CCAS", ArchiveTime = new() { Seconds = 1_790_000_000 } },
        },
    });

    public ConcurrentQueue<string> Departures { get; } = new();

    public override Task<Institution> ArchiveInstitution(ArchiveInstitutionRequest request, ServerCallContext context)
    {
        if (request.Etag == "old") throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Quelqu’un a changé cette fiche.");
        Departures.Enqueue($"{request.Name} leaves");
        return GetInstitution(new() { Name = request.Name }, context);
    }

    public override Task<Institution> RestoreInstitution(RestoreInstitutionRequest request, ServerCallContext context)
    {
        Departures.Enqueue($"{request.Name} returns");
        return GetInstitution(new() { Name = request.Name }, context);
    }

    public override Task<ListDuplicatesResponse> ListDuplicates(ListDuplicatesRequest request, ServerCallContext context)
    {
        Remember(context);
        var other = Town();
        (other.Name, other.DisplayName, other.Phone) = ("structures/carto--ccas%2F2", "CCAS (accueil)", "0299000002");
        return Task.FromResult(new ListDuplicatesResponse
        {
            TotalSize = 1,
            Duplicates =
            {
                new Duplicate { Structure = Town(), Other = other, Evidence = { Duplicate.Types.Evidence.NameAndAddress, Duplicate.Types.Evidence.Phone }, Likelihood = 0.93 },
            },
        });
    }

    public override Task<Structure> MergeStructure(MergeStructureRequest request, ServerCallContext context)
    {
        if (request.Into == "structures/gone") throw Refusals.Of(StatusCode.FailedPrecondition, "STRUCTURE_MERGED", "Ce lieu a déjà été réuni à un autre.");
        Merges.Enqueue($"{request.Name} > {request.Into}");
        return Task.FromResult(Town());
    }

    public override Task<Structure> SeparateStructure(SeparateStructureRequest request, ServerCallContext context)
    {
        Merges.Enqueue($"{request.Name} <");
        return Task.FromResult(Town());
    }

    public override Task<DismissDuplicateResponse> DismissDuplicate(DismissDuplicateRequest request, ServerCallContext context)
    {
        Merges.Enqueue($"{request.Name} ≠ {request.Other}");
        return Task.FromResult(new DismissDuplicateResponse());
    }

    public override Task<ListUnmetNeedsResponse> ListUnmetNeeds(ListUnmetNeedsRequest request, ServerCallContext context)
    {
        LastUnmetNeeds = request;
        if (request.Departement == "99") throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("departement", "Ce département n’existe pas."));
        return Task.FromResult(new ListUnmetNeedsResponse
        {
            Needs =
            {
                new UnmetNeed { Theme = "mobilite--preparer-un-permis", InseeCode = "35238", Commune = "Rennes", Searches = 1234 },
                new UnmetNeed { Theme = "numerique", InseeCode = "29045", Commune = "Dirinon" },
                new UnmetNeed { Theme = "", InseeCode = "", Commune = "" },
            },
        });
    }

    public override async Task<Import> ImportDirectory(IAsyncStreamReader<ImportDirectoryRequest> requestStream, ServerCallContext context)
    {
        Remember(context);
        Assert.True(await requestStream.MoveNext(context.CancellationToken));
        LastImport = requestStream.Current.Header;
        if (LastImport.Institution == "institutions/inconnue") throw Refusals.Of(StatusCode.NotFound, "INSTITUTION_NOT_FOUND", "Cette institution n’existe pas.");
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (length, longest) = (0L, 0);
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var piece = requestStream.Current.Content;
            if (length == 0 && piece.Length > 0 && piece[0] == (byte)'!') throw Refusals.Of(StatusCode.InvalidArgument, "UNREADABLE_FILE", "Fichier illisible.");
            print.AppendData(piece.Span);
            (length, longest) = (length + piece.Length, Math.Max(longest, piece.Length));
        }

        LastFile = (length, Convert.ToHexString(print.GetCurrentHash()), longest);
        return _imports[LastImport.Name] = new()
        {
            Name = LastImport.Name,
            State = Import.Types.State.Done,
            Format = LastImport.Format,
            DryRun = LastImport.DryRun,
            Institution = LastImport.Institution,
            Records = 3,
            Created = 1,
            Unchanged = 1,
            Refused = 1,
            RemarkCount = 1,
            Remarks = { new ImportRemark { Line = 2, Record = "dora--2", Field = "frais", Reason = "UNKNOWN_VALUE", Text = "Cette valeur n’existe pas.", Suggestion = "gratuit", Refused = true } },
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        };
    }

    public override Task<Import> GetImport(GetImportRequest request, ServerCallContext context) => _imports.TryGetValue(request.Name, out var import)
        ? Task.FromResult(import)
        : throw Refusals.Of(StatusCode.NotFound, "IMPORT_NOT_FOUND", "Cet import n’a pas commencé.");
}
