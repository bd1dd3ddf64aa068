using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Conventions.V1;
using static Reseau.Conventions.V1.Convention.Types;
using Type = Reseau.Conventions.V1.Variable.Types.Type;
using Value = Reseau.Conventions.V1.Value;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Enough of the conventions for the portal: it keeps them, remembers how it was asked, and refuses what the portal must explain.</summary>
public sealed class ConventionsStandIn : ConventionsService.ConventionsServiceBase
{
    /// <summary>Hash of every document here.</summary>
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly ConcurrentDictionary<string, Convention> _conventions = new(StringComparer.Ordinal);

    public ListConventionsRequest LastList { get; private set; } = new();

    public ListConventionsRequest LastExport { get; private set; } = new();

    public ConcurrentQueue<SignConventionRequest> Signatures { get; } = new();

    public KeepCommitmentRequest LastKept { get; private set; } = new();

    public CreateConventionRequest LastCreated { get; private set; } = new();

    public UpdateConventionRequest LastUpdate { get; private set; } = new();

    /// <summary>A convention between the CCAS and the CAF.</summary>
    public string Given(State state = State.Active, Action<Convention>? but = null, params string[] possible)
    {
        var convention = new Convention
        {
            Name = $"conventions/{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            Version = 2,
            Author = "institutions/ccas-rennes",
            DocumentSha256 = state == State.Draft ? "" : Hash,
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            Content = new()
            {
                Title = "Protocole d’orientation",
                Kind = ConventionKind.ReferralProtocol,
                Template = "templates/protocole",
                Parties =
                {
                    new Party { Institution = "institutions/ccas-rennes", DisplayName = "Centre communal d’action sociale de Rennes", Signatory = "M. Yann Le Goff", Function = "directeur", Mandate = "délibération 12" },
                    new Party { Institution = "institutions/caf-35", Function = "directrice" },
                },
                Clauses =
                {
                    new Clause { Key = "objet", Title = "Objet", Text = "Les parties **conviennent** de ceci, dès le {{debut}} :\n\n- un <b>premier</b> point ;\n- un [lien](https://exemple.fr) et un [piège](javascript:alert(1))." },
                    new Clause { Key = "orientations", Title = "Orientations", Text = "Jusqu’à {{somme}}." },
                },
                Variables = { new Variable { Key = "debut", Label = "Début des permanences", Type = Type.Date }, new Variable { Key = "somme", Label = "Somme par an", Type = Type.Money } },
                Values = { new Value { Key = "debut", Value_ = "2026-03-01" } },
                StartDate = new() { Year = 2026, Month = 3, Day = 1 },
                EndDate = new() { Year = 2027, Month = 2, Day = 28 },
            },
        };
        convention.Possible.AddRange(possible);
        but?.Invoke(convention);
        _conventions[convention.Name] = convention;
        return convention.Name;
    }

    public Convention Find(string name) => _conventions.TryGetValue(name, out var convention)
        ? convention
        : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Cette convention n’existe pas, ou votre institution n’y a pas accès.");

    /// <summary>Another party proposed another text.</summary>
    public void ChangeMeanwhile(string name) => (Find(name).DocumentSha256, Find(name).Version, Find(name).Etag) = (new('a', 64), 3, "9");

    public override Task<Convention> GetConvention(GetConventionRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListConventionsResponse> ListConventions(ListConventionsRequest request, ServerCallContext context)
    {
        LastList = request;
        if (request.Title.Length == 1) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("title", "Écrivez au moins deux lettres."));
        return Task.FromResult(new ListConventionsResponse
        {
            Conventions =
            {
                _conventions.Values.Where(convention => (request.States.Count == 0 || request.States.Contains(convention.State))
                    && (!request.ToSign || convention.NextSigners.Count > 0) && convention.Content.Title.Contains(request.Title, StringComparison.Ordinal)),
            },
        });
    }

    public override Task<Convention> CreateConvention(CreateConventionRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Content.Parties.Select((party, index) => (party, index)).Where(each => each.party.Institution == "institutions/inconnue")
            .Select(each => ($"content.parties[{each.index}].institution", "Cette institution n’existe pas.")));
        LastCreated = request;
        return Task.FromResult(Find(Given(State.Draft, convention => convention.Content = request.Content)));
    }

    public override Task<Convention> UpdateConvention(UpdateConventionRequest request, ServerCallContext context)
    {
        var wanted = request.Content;
        var wrong = new List<(string, string)>();
        if (wanted.Title.Length == 0) wrong.Add(("content.title", "Donnez un titre."));
        wrong.AddRange(wanted.Clauses.Select((clause, index) => (clause, index)).Where(each => each.clause.Text.Length == 0).Select(each => ($"content.clauses[{each.index}].text", "Écrivez le texte.")));
        Demand(request.RequestId, wrong);
        LastUpdate = request;
        return Change(request.Name, request.Etag, convention => convention.Content = wanted);
    }

    public override Task<Convention> ProposeConvention(ProposeConventionRequest request, ServerCallContext context) => Find(request.Name).Content.Values.Count == 0
        ? throw Refusals.WithFacts(StatusCode.FailedPrecondition, "CONVENTION_NOT_READY", "Elle n’est pas complète.", ("missing", "somme"))
        : Change(request.Name, request.Etag, convention => convention.State = State.Proposed);

    public override Task<Convention> SuspendConvention(SuspendConventionRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Reason.Length == 0 ? [("reason", "Dites pourquoi.")] : []);
        return Change(request.Name, request.Etag, convention => (convention.State, convention.Reason) = (State.Suspended, request.Reason));
    }

    public override Task<Convention> AmendConvention(AmendConventionRequest request, ServerCallContext context) =>
        Task.FromResult(Find(Given(State.Draft, convention => (convention.Supersedes, convention.Renewal) = (request.Name, request.Renewal))));

    public override Task<Convention> CommentConvention(CommentConventionRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Text.Length == 0 ? [("text", "Écrivez quelque chose.")] : []);
        var convention = Find(request.Name);
        convention.Comments.Add(new Comment { Institution = "institutions/ccas-rennes", Author = "Yann Le Goff", CreateTime = convention.UpdateTime, Version = convention.Version, Clause = request.Clause, Text = request.Text });
        return Task.FromResult(convention);
    }

    public override Task<Convention> KeepCommitment(KeepCommitmentRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Evidence.Length == 0 ? [("evidence", "Dites ce qui le montre.")] : []);
        LastKept = request;
        return Task.FromResult(Find(request.Name));
    }

    public override Task<Convention> RecordPayment(RecordPaymentRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, []);
        Find(request.Name).Content.Financing.Fundings.Single(funding => funding.Key == request.Funding).PaidCents = request.PaidCents;
        return Task.FromResult(Find(request.Name));
    }

    public override Task<Convention> SignConvention(SignConventionRequest request, ServerCallContext context)
    {
        var convention = Find(request.Name);
        if (request.DocumentSha256 != convention.DocumentSha256) throw Refusals.Of(StatusCode.FailedPrecondition, "DOCUMENT_NOT_THE_ONE_SHOWN", "Ce n’est pas le document montré.");
        if (convention.Content.Title.Contains("trop tard", StringComparison.Ordinal)) throw Refusals.Of(StatusCode.FailedPrecondition, "SIGN_IN_TOO_OLD", "Confirmez votre identité.");
        Signatures.Enqueue(request);
        convention.Signatures.Add(new Signature { Institution = "institutions/ccas-rennes", Signer = "Yann Le Goff", SignTime = convention.UpdateTime, DocumentSha256 = request.DocumentSha256 });
        convention.Possible.Clear();
        return Task.FromResult(convention);
    }

    public override Task<Convention> DeclineConvention(DeclineConventionRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Reason.Length == 0 ? [("reason", "Dites pourquoi.")] : []);
        return Change(request.Name, request.Etag, convention => (convention.State, convention.Reason) = (State.Declined, request.Reason));
    }

    public override Task<CompareVersionsResponse> CompareVersions(CompareVersionsRequest request, ServerCallContext context) => request.FromVersion < 1
        ? throw Refusals.Of(StatusCode.NotFound, "VERSION_NOT_FOUND", "Cette version n’existe pas.")
        : Task.FromResult(new CompareVersionsResponse
        {
            Parts =
            {
                new PartComparison
                {
                    Key = "objet", Title = "Objet", Fate = PartComparison.Types.Fate.Changed,
                    Pieces =
                    {
                        new TextPiece { Change = TextPiece.Types.Change.Kept, Text = "Une permanence " },
                        new TextPiece { Change = TextPiece.Types.Change.Deleted, Text = "le lundi" },
                        new TextPiece { Change = TextPiece.Types.Change.Inserted, Text = "le mardi" },
                    },
                },
                new PartComparison { Key = "terms.financing", Fate = PartComparison.Types.Fate.Added, Pieces = { new TextPiece { Change = TextPiece.Types.Change.Inserted, Text = "25 000" } } },
                new PartComparison { Key = "terms.dates", Fate = PartComparison.Types.Fate.Same },
            },
        });

    public override async Task DownloadDocument(DownloadDocumentRequest request, IServerStreamWriter<FileChunk> responseStream, ServerCallContext context)
    {
        Find(request.Name);
        await SendAsync(responseStream, $"%PDF version {request.Version}");
    }

    public override Task DownloadEvidence(DownloadEvidenceRequest request, IServerStreamWriter<FileChunk> responseStream, ServerCallContext context) => Find(request.Name).Signatures.Count == 0
        ? throw Refusals.Of(StatusCode.FailedPrecondition, "NOTHING_SIGNED", "Personne n’a encore signé.")
        : SendAsync(responseStream, "PK preuves");

    public override Task ExportConventions(ExportConventionsRequest request, IServerStreamWriter<FileChunk> responseStream, ServerCallContext context)
    {
        LastExport = request.Filter;
        return SendAsync(responseStream, "titre;état\r\n", sized: false);
    }

    public override Task<CheckDocumentResponse> CheckDocument(CheckDocumentRequest request, ServerCallContext context)
    {
        if (request.DocumentSha256.Length != 64) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("document_sha256", "Une empreinte a 64 signes."));
        return Task.FromResult(new CheckDocumentResponse { Validity = request.DocumentSha256 == Hash ? CheckDocumentResponse.Types.Validity.InForce : CheckDocumentResponse.Types.Validity.Unknown });
    }

    public override Task<FollowUp> GetFollowUp(GetFollowUpRequest request, ServerCallContext context) => Task.FromResult(new FollowUp
    {
        Name = request.Name,
        Pairs = { new PairFollowUp { From = "institutions/ccas-rennes", To = "institutions/caf-35", SentThisMonth = 3, MonthlyCapacity = 10, Sent = 8, Answered = 6, AnsweredInTime = 5 } },
    });

    private Task<Convention> Change(string name, string etag, Action<Convention> how)
    {
        var convention = Find(name);
        if (etag != convention.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La convention a changé.");
        how(convention);
        convention.Etag += "+";
        return Task.FromResult(convention);
    }

    private static async Task SendAsync(IServerStreamWriter<FileChunk> stream, string text, bool sized = true)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await stream.WriteAsync(new() { SizeBytes = sized ? bytes.Length : 0, Data = ByteString.CopyFrom(bytes.AsSpan(0, 4)) });
        await stream.WriteAsync(new() { Data = ByteString.CopyFrom(bytes.AsSpan(4)) });
    }

    private static void Demand(string requestId, IEnumerable<(string, string)> violations)
    {
        (string, string)[] all = [.. violations, .. requestId.Length == 0 ? [("request_id", "L’identifiant est obligatoire.")] : ((string, string)[])[]];
        if (all.Length > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", all);
    }
}
