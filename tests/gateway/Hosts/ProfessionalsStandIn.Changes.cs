using System.Text;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

// What an institution and the person do with records: enough rules for the portal to meet each kind of refusal.
public sealed partial class ProfessionalsStandIn
{
    /// <summary>An e-mail that somebody of the institution has already.</summary>
    public const string TakenEmail = "prise@example.org";

    public UpdateProfessionalRequest LastUpdate { get; private set; } = new();

    public EvidenceSkillRequest LastEvidence { get; private set; } = new();

    public DeclareSkillsRequest LastDeclared { get; private set; } = new();

    /// <summary>How the last file was announced, and what it said.</summary>
    public (ProfessionalsFileHeader Header, string Text) LastImport { get; private set; } = (new(), "");

    /// <summary>Somebody of the CCAS of Rennes.</summary>
    public Professional GivenMember(Action<Professional>? but = null)
    {
        var professional = new Professional
        {
            Name = $"professionals/{Guid.NewGuid():N}",
            Etag = "1",
            Institution = "institutions/ccas-rennes",
            LastName = "Martin",
            FirstName = "Alice",
            Email = "alice.martin@example.org",
            Function = Function.ReceptionAgent,
            Sites = { DirectoryStandIn.OwnPlace },
            DepartureDate = new() { Year = 2099, Month = 6, Day = 30 },
        };
        but?.Invoke(professional);
        Given(professional);
        return professional;
    }

    public Skill? FindSkill(string name) => _skills.LastOrDefault(skill => skill.Name == name);

    public override Task<Professional> CreateProfessional(CreateProfessionalRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, Wrong(request.Professional));
        if (request.Professional.Email == TakenEmail) throw Refusals.Of(StatusCode.AlreadyExists, "PROFESSIONAL_ALREADY_EXISTS", "Une fiche a déjà ce courriel.");
        var created = request.Professional.Clone();
        (created.Name, created.Etag, created.Institution) = ($"professionals/{Guid.NewGuid():N}", "1", "institutions/ccas-rennes");
        Given(created);
        return Task.FromResult(created);
    }

    public override Task<Professional> UpdateProfessional(UpdateProfessionalRequest request, ServerCallContext context)
    {
        LastUpdate = request;
        Demand(request.RequestId, Wrong(request.Professional));
        return Change(request.Professional.Name, request.Professional.Etag, known =>
        {
            var wanted = request.Professional;
            (known.LastName, known.FirstName, known.Email, known.Function, known.ArrivalDate, known.DepartureDate) =
                (wanted.LastName, wanted.FirstName, wanted.Email, wanted.Function, wanted.ArrivalDate, wanted.DepartureDate);
        });
    }

    public override Task<Professional> ClaimProfessional(ClaimProfessionalRequest request, ServerCallContext context)
    {
        var own = GivenMember(professional => (professional.Own, professional.Claimed, professional.Function) = (true, true, request.Function == default ? Function.Other : request.Function));
        Given(own, Own);
        return Task.FromResult(own);
    }

    public override Task<Professional> DeclareSkills(DeclareSkillsRequest request, ServerCallContext context)
    {
        LastDeclared = request;
        return Change(Own, request.Etag, known =>
        {
            known.Skills.Clear();
            known.Skills.AddRange(request.Skills.Select(said => new HeldSkill { Skill = said.Skill, Declared = said.Level }));
        });
    }

    public override Task<Professional> EvidenceSkill(EvidenceSkillRequest request, ServerCallContext context)
    {
        LastEvidence = request;
        Demand(request.RequestId, [.. request.Level == default ? [("level", "Dites à quel niveau.")] : ((string, string)[])[], .. request.Evidence.Length == 0 ? [("evidence", "Dites ce qui le montre.")] : ((string, string)[])[]]);
        return Change(request.Name, request.Etag, known => known.Skills.Add(new HeldSkill { Skill = request.Skill, Evidenced = request.Level, Evidence = request.Evidence, EvidenceDate = request.Date }));
    }

    public override Task<Professional> EraseProfessional(EraseProfessionalRequest request, ServerCallContext context) =>
        Change(request.Name, "", known => (known.LastName, known.FirstName, known.Email, known.Erased) = ("", "", "", true));

    public override async Task<ImportProfessionalsResponse> ImportProfessionals(IAsyncStreamReader<ImportProfessionalsRequest> requestStream, ServerCallContext context)
    {
        Assert.True(await requestStream.MoveNext(context.CancellationToken));
        var header = requestStream.Current.Header;
        using var file = new MemoryStream();
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            Assert.InRange(requestStream.Current.Chunk.Length, 1, 64 << 10);
            requestStream.Current.Chunk.WriteTo(file);
        }

        var text = Encoding.UTF8.GetString(file.ToArray());
        LastImport = (header, text);
        if (text.StartsWith('!')) throw Refusals.WithFacts(StatusCode.InvalidArgument, "FILE_UNREADABLE", "Ce fichier n’est pas un CSV en UTF-8.", ("line", "1"), ("columns", "function"));
        return new()
        {
            Lines = 1203,
            Created = 1200,
            Unchanged = 1,
            Refused = { new RefusedLine { Line = 7, Column = "function", Problem = "Cette fonction n’existe pas." }, new RefusedLine { Line = 9, Problem = "Il manque des colonnes." } },
        };
    }

    public override Task<Skill> DefineSkill(DefineSkillRequest request, ServerCallContext context)
    {
        Demand(request.RequestId, request.Skill.Family.Length == 0 ? [("skill.family", "Dites à quelle famille elle appartient.")] : []);
        if (request.Skill.Etag != (FindSkill(request.Skill.Name)?.Etag ?? "")) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La compétence a changé.");
        var defined = request.Skill.Clone();
        defined.Etag += "+";
        Given(defined);
        return Task.FromResult(defined);
    }

    private static (string, string)[] Wrong(Professional professional) =>
    [
        .. professional.LastName.Length == 0 ? [("professional.last_name", "Écrivez le nom.")] : ((string, string)[])[],
        .. professional.Function == default ? [("professional.function", "Dites la fonction.")] : ((string, string)[])[],
    ];

    private Task<Professional> Change(string name, string etag, Action<Professional> how)
    {
        var known = Find(name);
        if (etag.Length > 0 && etag != known.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La fiche a changé.");
        how(known);
        known.Etag += "+";
        return Task.FromResult(known);
    }

    private static void Demand(string requestId, (string, string)[] violations)
    {
        (string, string)[] all = [.. violations, .. requestId.Length == 0 ? [("request_id", "L’identifiant est obligatoire.")] : ((string, string)[])[]];
        if (all.Length > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", all);
    }
}
