using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Hosting.Policies;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Subscriptions;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// Gathers what conventions say of a referral about to be sent. The shared state is asked before the transaction, which everybody who writes
/// waits for: the referral then goes to the service as it was asked about. What is counted is counted inside it, where nobody else writes, so
/// that the last place of a month is given once.
/// </summary>
public sealed class SendingRules(PolicyReader policies, IDbContextFactory<ReferralsDb> databases)
{
    /// <summary>What was signed between a sender and whoever answers for a service.</summary>
    /// <param name="sender">Institution id that sends.</param>
    /// <param name="service"><c>services/{service}</c>; one that nobody knows is bound by nothing, and refused as such.</param>
    /// <param name="caller">The agent.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<SendingTerms> AskAsync(string sender, string service, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var target = await KnownServices.FindAsync(db, service, sender, cancellation);
        var terms = SendingTerms.Free with { Service = service, Target = target };
        if (target is null || target.Institution == sender) return terms;
        terms = terms with { Bond = await policies.BetweenAsync(sender, target.Institution, cancellation) };
        return terms.Bond.On(today) is not { RequiredHabilitations.Count: > 0 }
            ? terms
            : terms with { Habilitations = await policies.HabilitationsAsync(caller.Subject, today, cancellation) };
    }

    /// <summary>The same when a referral is passed on: its sender is the one who sent it first.</summary>
    public async Task<SendingTerms> AskOnwardAsync(string referral, string service, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sender = await db.Worklists.Where(row => row.Name == referral).Select(row => row.Sender).SingleOrDefaultAsync(cancellation);
        return sender is null ? SendingTerms.Free : await AskAsync(sender, service, caller, today, cancellation);
    }

    /// <summary>The same when a draft is sent, to the service that was written.</summary>
    public async Task<SendingTerms> AskForDraftAsync(string referral, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.Worklists.Where(row => row.Name == referral).Select(row => new { row.Sender, row.Service }).SingleOrDefaultAsync(cancellation);
        return draft is null ? SendingTerms.Free : await AskAsync(draft.Sender, draft.Service, caller, today, cancellation);
    }

    /// <summary>Adds what is counted, where a convention counts.</summary>
    public static async Task<SendingTerms> CountAsync(LogUnit<ReferralsDb> unit, SendingTerms terms, DateOnly today, CancellationToken cancellation)
    {
        if (terms.Bond.On(today) is not { MonthlyCapacity: not null } policy) return terms;
        var monthBegan = FrenchPlace.Of(null).At(new(today.Year, today.Month, 1), TimeOnly.MinValue);
        return terms with
        {
            SentThisMonth = await unit.Db.Figures.CountAsync(
                row => row.Sender == policy.From && row.Recipient == policy.To && row.SubmittedAt >= monthBegan && row.State != ReferralState.Voided, cancellation),
        };
    }
}
