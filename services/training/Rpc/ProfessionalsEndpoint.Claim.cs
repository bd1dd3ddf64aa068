using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Tying an account to a record.</summary>
internal sealed partial class ProfessionalsEndpoint
{
    public override async Task<Contract.Professional> ClaimProfessional(Contract.ClaimProfessionalRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        if (!Enum.IsDefined(request.Function)) violations.Add("function", "UNKNOWN_VALUE", "The function is not in the list.", "Cette fonction n'est pas dans la liste.");
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        if (caller.Institution.Length == 0) throw Caller.NotAllowed();
        var function = request.Function == Contract.Function.Unspecified ? Function.Other : (Function)request.Function;
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var claimed = await ClaimAsync(unit, caller, function, cancellation);
            return await BringAlongAsync(unit, claimed, caller, cancellation);
        }, context.CancellationToken);
        return await store.AnswerAsync(result, caller, context.CancellationToken);
    }

    // The record that is theirs already; or the one with their e-mail, whoever had it before: the identity provider has verified that it is theirs; or a new one.
    private static async Task<StreamVersion> ClaimAsync(LogUnit<TrainingDb> unit, Caller caller, Function function, CancellationToken cancellation)
    {
        var own = await unit.Db.Professionals.AsNoTracking().Where(row => row.Subject == caller.Subject && row.Institution == caller.Institution)
            .OrderBy(row => row.Name).Select(row => new { row.Name, row.Version }).FirstOrDefaultAsync(cancellation);
        if (own is not null) return new(own.Name, own.Version);

        if (await People.WithEmailAsync(unit.Db, caller.Institution, caller.Email, cancellation) is { } known)
        {
            var person = await unit.Db.Persons.FindAsync([known], cancellation);
            person!.Subject = caller.Subject;
            var version = (await unit.ReadAsync(known, cancellation))[^1].Version;
            return await unit.AppendAsync(known, version, [new ProfessionalClaimed()], cancellation);
        }

        var name = NewName(unit.Command.Now);
        People.Add(unit.Db, name, DetailsOf(caller), caller.Subject);
        var facts = new ProfessionalFacts(function, [], Arrival: null, Departure: null, Permanences: "");
        return await unit.AppendAsync(name, 0, [new ProfessionalRecorded(caller.Institution, facts), new ProfessionalClaimed()], cancellation);
    }

    // What they can do is theirs: it follows them from an institution that they left. The record there stays, without their account.
    private static async Task<StreamVersion> BringAlongAsync(LogUnit<TrainingDb> unit, StreamVersion claimed, Caller caller, CancellationToken cancellation)
    {
        foreach (var name in await People.LeftAsync(unit.Db, caller.Subject, caller.Institution, FrenchDay.Of(unit.Command.Now), cancellation))
        {
            var former = ProfessionalStore.Fold(name, await unit.ReadAsync(name, cancellation))!;
            if (await unit.Db.Persons.FindAsync([name], cancellation) is { } person) person.Subject = null;
            await unit.AppendAsync(name, former.Version, [new ProfessionalReleased()], cancellation);
            claimed = await unit.AppendAsync(claimed.Stream, claimed.Version, ProfessionalDecider.Follow(former).EventsOrThrow(), cancellation);
        }
        return claimed;
    }

    private static PersonDetails DetailsOf(Caller caller) => new(caller.FamilyName.Length > 0 ? caller.FamilyName : caller.Name, caller.GivenName, caller.Email);
}
