using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Kernel.Calendar;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>How a convention goes: what it says of itself, and what the referrals between its parties say.</summary>
internal static class FollowUpReader
{
    // The network's own delay to decide, where a convention names none (services/referrals/Domain/Delays.cs).
    private const int UsualDecision = 5;

    public static async Task<Contract.FollowUp> ReadAsync(ConventionsDb db, Convention convention, DateOnly today, CancellationToken cancellation)
    {
        var (content, progress) = (convention.Content, convention.Progress);
        var answer = new Contract.FollowUp
        {
            Name = convention.Name,
            Commitments = content.Commitments.Count,
            CommitmentsKept = content.Commitments.Count(commitment => progress.Of(commitment) is { Kept: true }),
            CommitmentsLate = content.Commitments.Count(commitment => progress.IsLate(commitment, today)),
        };
        if (content.Financing is { } plan)
        {
            answer.Years.AddRange(plan.Years.Select(year => new Contract.YearOfMoney
            {
                Year = year, CostCents = plan.CostOf(year), PlannedCents = plan.PlannedOf(year), PaidCents = plan.Fundings.Where(funding => funding.Year == year).Sum(progress.Of),
            }));
            (answer.PlannedCents, answer.PaidCents) = (answer.Years.Sum(year => year.PlannedCents), answer.Years.Sum(year => year.PaidCents));
        }
        foreach (var pair in content.ReferralTerms.GroupBy(terms => (terms.From, terms.To))) answer.Pairs.Add(await PairAsync(db, [.. pair], content.StartDate ?? today, today, cancellation));
        return answer;
    }

    // Several terms of one pair: the strictest counts, as in the policy made of them.
    private static async Task<Contract.PairFollowUp> PairAsync(ConventionsDb db, List<ReferralTerms> terms, DateOnly start, DateOnly today, CancellationToken cancellation)
    {
        var (from, to) = (terms[0].From, terms[0].To);
        var (begun, month) = (FrenchDay.StartOf(start), FrenchDay.StartOf(new(today.Year, today.Month, 1)));
        var days = terms.Select(one => one.DecideDays).Where(days => days > 0).DefaultIfEmpty(UsualDecision).Min();
        var sent = db.SentReferrals.AsNoTracking().Where(row => row.Sender == from && row.Recipient == to);
        return new()
        {
            From = Codes.Institution(from),
            To = Codes.Institution(to),
            MonthlyCapacity = terms.Select(one => one.MonthlyCapacity).Where(capacity => capacity > 0).DefaultIfEmpty(0).Min(),
            SentThisMonth = await sent.CountAsync(row => row.SentAt >= month, cancellation),
            Sent = await sent.CountAsync(row => row.SentAt >= begun, cancellation),
            Answered = await sent.CountAsync(row => row.SentAt >= begun && row.AnsweredAfter != null, cancellation),
            AnsweredInTime = await sent.CountAsync(row => row.SentAt >= begun && row.AnsweredAfter <= days, cancellation),
        };
    }
}
