using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Imports;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of professionals: each sees and corrects their own record, an institution its own people, the network counts.</summary>
internal sealed partial class ProfessionalsEndpoint(
    CommandLog<TrainingDb> commands, ProfessionalStore store, ProfessionalChanges changes, ProfessionalsImporter importer, LogReader<TrainingDb> log,
    IDbContextFactory<TrainingDb> databases, TimeProvider clock) : Contract.ProfessionalsService.ProfessionalsServiceBase
{
    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    public override async Task<Contract.Professional> CreateProfessional(Contract.CreateProfessionalRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var (details, facts) = PeopleRules.Professional(request.Professional ?? new(), violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        if (!ProfessionalReach.Manages(caller, caller.Institution)) throw Caller.NotAllowed();
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var holder = await People.WithEmailAsync(unit.Db, caller.Institution, details.Email, cancellation);
            var events = ProfessionalDecider.Record(caller.Institution, facts, holder).EventsOrThrow();
            var name = NewName(unit.Command.Now);
            People.Add(unit.Db, name, details, subject: null);
            return await unit.AppendAsync(name, 0, events, cancellation);
        }, context.CancellationToken);
        return await store.AnswerAsync(result, caller, context.CancellationToken);
    }

    public override Task<Contract.Professional> UpdateProfessional(Contract.UpdateProfessionalRequest request, ServerCallContext context)
    {
        var (violations, said) = (new Violations(), request.Professional ?? new());
        var (details, facts) = PeopleRules.Professional(said, violations);
        return changes.ChangeAsync(context, request, (said.Name, said.Etag, request.RequestId, ByInstitution: false), violations, async (unit, record, cancellation) =>
        {
            var holder = await People.WithEmailAsync(unit.Db, record.Current.Institution, details.Email, cancellation);
            var decision = ProfessionalDecider.Correct(record.Current, facts, byThemself: !record.Managed, details != PersonDetails.Of(record.Person), holder);
            if (decision.Events.Count > 0) details.WriteTo(record.Person!);
            return decision;
        });
    }

    public override Task<Contract.Professional> DeclareSkills(Contract.DeclareSkillsRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = PeopleRules.Declared(request.Skills, violations);
        return changes.ChangeAsync(context, request, (ProfessionalStore.Me, request.Etag, request.RequestId, ByInstitution: false), violations, async (unit, record, cancellation) =>
            ProfessionalDecider.Declare(record.Current, said, await unit.Db.Skills.Where(skill => !skill.Retired).Select(skill => skill.Name).ToListAsync(cancellation)));
    }

    public override Task<Contract.Professional> EvidenceSkill(Contract.EvidenceSkillRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var skill = ResourceName.Parse(request.Skill, "skills", "skill", violations).ToString();
        var shown = new SkillEvidenced(
            skill, FieldRules.Value<Contract.SkillLevel, SkillLevel>(request.Level, "level", violations),
            PeopleRules.Words("evidence", request.Evidence, violations), PeopleRules.PastDay(request.Date, Today, violations));
        return changes.ChangeAsync(context, request, (request.Name, request.Etag, request.RequestId, ByInstitution: true), violations, async (unit, record, cancellation) =>
            ProfessionalDecider.Evidence(record.Current, shown, await unit.Db.Skills.AnyAsync(known => known.Name == skill && !known.Retired, cancellation)));
    }

    public override Task<Contract.Professional> EraseProfessional(Contract.EraseProfessionalRequest request, ServerCallContext context) =>
        changes.ChangeAsync(context, request, (request.Name, "", request.RequestId, ByInstitution: false), new(), async (unit, record, cancellation) =>
        {
            if (record.Person is not null) unit.Db.Persons.Remove(record.Person);
            await PersonalData.EraseAsync(unit.Db, record.Current.Name, cancellation);
            return ProfessionalDecider.Erase(record.Current);
        });

    // Time-ordered and random: nobody guesses a name.
    private static string NewName(DateTimeOffset now) => $"professionals/{Guid.CreateVersion7(now):N}";
}
