using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Events.V1;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing.Hosts;
using Reseau.Training.Subscriptions;
using Reseau.Training.V1;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Needs;

/// <summary>Needs of a test, by gRPC, and what the referrals tell.</summary>
internal static class Needing
{
    public const string SkillName = "skills/accueil-posture";
    public const string Theme = "numerique--acceder-a-des-services-en-ligne";
    public const string Other = "numerique--acquerir-un-equipement";
    public const string PlanName = "plans/commun";
    public const string GoalKey = "sensibiliser";

    public static Need ANeed(int persons = 12) => new() { Skill = SkillName, Details = "Les orientations reviennent.", Functions = { Function.ReceptionAgent }, Persons = persons, Urgency = Need.Types.Urgency.Medium };

    public static async Task<Need> RaisedAsync(TrainingHost host, string account, Need need) => await (await host.NeedsAsync(account)).RaiseNeedAsync(new() { Need = need, RequestId = NewId() });

    /// <summary>A plan of the network that is followed.</summary>
    public static async Task PublishedAsync(TrainingHost host)
    {
        var (plans, today) = (await host.PlansAsync(Sofia), FrenchDay.Of(host.Clock.GetUtcNow()));
        await plans.CreatePlanAsync(new()
        {
            Plan = new()
            {
                Name = PlanName, Network = true, Title = "Plan", StartDate = today.ToDate(), EndDate = today.AddDays(300).ToDate(),
                Goals = { new Goal { Key = GoalKey, Text = "Tous", Skill = SkillName, TargetPercent = 100, DueDate = today.AddDays(200).ToDate() } },
            },
            RequestId = NewId(),
        });
        await plans.PublishPlanAsync(new() { Name = PlanName, RequestId = NewId() });
    }

    public static Change Sent(string referral, DateTimeOffset at, string sender, string theme, string recipient = "caf-35") =>
        Told(referral, at, new() { ReferralSubmitted = new() { Sender = $"institutions/{sender}", Recipient = $"institutions/{recipient}", Theme = theme } });

    public static Change Moved(string referral, DateTimeOffset at, string from, string to, params string[] reasons)
    {
        var change = Told(referral, at, new() { ReferralMoved = new() { FromState = from, ToState = to } });
        change.ReferralMoved.Reasons.AddRange(reasons);
        return change;
    }

    public static Change Corrected(string referral, DateTimeOffset at, params string[] reasons)
    {
        var change = Told(referral, at, new() { ReferralNoted = new() });
        (change.Type, change.Source) = ("referral-corrected", "referrals");
        change.ReferralNoted.Reasons.AddRange(reasons);
        return change;
    }

    /// <summary>Hears what happened to referrals, in two parts, as if one had come later.</summary>
    public static Task HearAsync(TrainingHost host, params List<Change> changes) => host.ReadAsync(async db =>
    {
        await new ReferralsSubscription().HandleAsync(db, changes[..(changes.Count / 2)], CancellationToken.None);
        await db.SaveChangesAsync();
        await new ReferralsSubscription().HandleAsync(db, changes[(changes.Count / 2)..], CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    /// <summary>So many referrals of an institution that were refused.</summary>
    public static List<Change> Refused(int count, string sender, string theme, DateTimeOffset at, params string[] reasons) => [.. Enumerable.Range(0, count).SelectMany(_ =>
    {
        var name = $"referrals/{NewId()}";
        return (Change[])[Sent(name, at, sender, theme), Moved(name, at, "SUBMITTED", "DECLINED", reasons)];
    })];

    public static string Line(Signal signal) => $"{signal.Month.Year}-{signal.Month.Month:D2} {signal.Theme["numerique--".Length..]} {signal.Kind} {signal.Institution["institutions/".Length..]} {signal.Referrals}";

    public static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;

    private static Change Told(string referral, DateTimeOffset at, Change body)
    {
        (body.Stream, body.OccurTime) = (referral, at.ToTimestamp());
        return body;
    }
}
