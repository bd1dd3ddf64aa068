using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>What a worklist is narrowed to. Nothing of it says anything of a person.</summary>
public sealed record WorklistFilter
{
    private const string FamilyEnd = "--";

    /// <summary>Everything.</summary>
    public static WorklistFilter None { get; } = new();

    /// <summary><c>services/{service}</c>.</summary>
    public string Service { get; init; } = "";

    /// <summary>A theme, or a family of themes.</summary>
    public string Theme { get; init; } = "";

    /// <summary>In one of these states; all when empty.</summary>
    public IReadOnlyList<ReferralState> States { get; init; } = [];

    /// <summary>Sent at this instant or later.</summary>
    public DateTimeOffset? SentFrom { get; init; }

    /// <summary>Sent before this instant.</summary>
    public DateTimeOffset? SentBefore { get; init; }

    /// <summary>Id of the institution on the other side.</summary>
    public string Partner { get; init; } = "";

    /// <summary>Whether it lets everything through.</summary>
    public bool IsNone => Service.Length + Theme.Length + Partner.Length + States.Count == 0 && SentFrom is null && SentBefore is null;

    /// <summary>Two equal filters have the same; part of the question that a page token belongs to.</summary>
    public string Question =>
        string.Join('|', Service, Theme, string.Join(',', States.Order().Select(state => (int)state)), SentFrom?.UtcTicks, SentBefore?.UtcTicks, Partner);

    /// <summary>The rows that fit.</summary>
    /// <param name="rows">Rows of one side of an institution.</param>
    /// <param name="sent">Whether it sent them.</param>
    public IQueryable<WorklistRow> Apply(IQueryable<WorklistRow> rows, bool sent)
    {
        if (Service.Length > 0) rows = rows.Where(w => w.Service == Service);
        if (Theme.Length > 0) rows = OfTheme(rows);
        if (States.Count > 0) rows = rows.Where(w => States.Contains(w.State));
        if (SentFrom is { } from) rows = rows.Where(w => w.SubmittedAt >= from);
        if (SentBefore is { } before) rows = rows.Where(w => w.SubmittedAt < before);
        if (Partner.Length == 0) return rows;
        return sent ? rows.Where(w => w.Recipient == Partner) : rows.Where(w => w.Sender == Partner);
    }

    private IQueryable<WorklistRow> OfTheme(IQueryable<WorklistRow> rows)
    {
        if (Theme.Contains(FamilyEnd, StringComparison.Ordinal)) return rows.Where(w => w.Theme == Theme);
        var family = Theme + FamilyEnd;
        return rows.Where(w => w.Theme.StartsWith(family));
    }
}
