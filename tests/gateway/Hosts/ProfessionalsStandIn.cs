using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Professionals and skills that tests put in.</summary>
public sealed partial class ProfessionalsStandIn : ProfessionalsService.ProfessionalsServiceBase
{
    private readonly ConcurrentDictionary<string, Professional> _professionals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Skill> _skills = new();

    /// <summary>The caller's own record, under the name that stands for it.</summary>
    public const string Own = "professionals/me";

    public ListProfessionalsRequest LastList { get; private set; } = new();

    /// <summary>Puts a record in; under <paramref name="name"/> when it is to be found there.</summary>
    public void Given(Professional professional, string name = "") => _professionals[name.Length > 0 ? name : professional.Name] = professional;

    public void Given(Skill skill) => _skills.Enqueue(skill);

    public Professional Find(string name) => _professionals.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Professional> GetProfessional(GetProfessionalRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListProfessionalsResponse> ListProfessionals(ListProfessionalsRequest request, ServerCallContext context)
    {
        LastList = request;
        if (request.Query.Length == 1) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("query", "Écrivez au moins deux lettres."));
        return Task.FromResult(new ListProfessionalsResponse { Professionals = { _professionals.Values.DistinctBy(one => one.Name).OrderBy(one => one.Name, StringComparer.Ordinal) } });
    }

    /// <summary>One skill a page: whoever wants all of them has to ask on.</summary>
    public override Task<ListSkillsResponse> ListSkills(ListSkillsRequest request, ServerCallContext context)
    {
        // What was defined last is what a skill is called.
        Skill[] all = [.. _skills.Reverse().DistinctBy(skill => skill.Name).Reverse().Where(skill => request.ShowRetired || !skill.Retired)];
        var place = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        return Task.FromResult(new ListSkillsResponse { Skills = { all.Skip(place).Take(1) }, NextPageToken = place + 1 < all.Length ? $"{place + 1}" : "" });
    }
}
