using System.Linq.Expressions;

namespace Reseau.Referrals.Views;

/// <summary>Which referrals are counted.</summary>
/// <param name="From">Sent at this instant or later.</param>
/// <param name="Before">Sent before this instant.</param>
/// <param name="Now">What is open or late, is so at this instant.</param>
public sealed record FigureQuestion(DateTimeOffset From, DateTimeOffset Before, DateTimeOffset Now)
{
    /// <summary>Id of the institution that must answer; empty = any.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>Id of the institution that sent; empty = any.</summary>
    public string Sender { get; init; } = "";

    /// <summary><c>services/{service}</c>; empty = any.</summary>
    public string Service { get; init; } = "";

    /// <summary>Theme; empty = any.</summary>
    public string Theme { get; init; } = "";

    /// <summary>What the referrals of a group have in common.</summary>
    public FigureGrouping GroupBy { get; init; }

    /// <summary>The key of a group.</summary>
    public Expression<Func<FigureRow, string>> Key => GroupBy switch
    {
        FigureGrouping.Recipient => row => row.Recipient,
        FigureGrouping.Sender => row => row.Sender,
        FigureGrouping.Theme => row => row.Theme,
        FigureGrouping.Service => row => row.Service,
        _ => row => "",
    };

    /// <summary>The rows that are counted.</summary>
    public IQueryable<FigureRow> Apply(IQueryable<FigureRow> rows)
    {
        rows = rows.Where(f => f.SubmittedAt >= From && f.SubmittedAt < Before && f.State != Domain.ReferralState.Voided);
        if (Recipient.Length > 0) rows = rows.Where(f => f.Recipient == Recipient);
        if (Sender.Length > 0) rows = rows.Where(f => f.Sender == Sender);
        if (Service.Length > 0) rows = rows.Where(f => f.Service == Service);
        if (Theme.Length > 0) rows = rows.Where(f => f.Theme == Theme);
        return rows;
    }
}
