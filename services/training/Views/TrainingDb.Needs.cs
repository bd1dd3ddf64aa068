using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>The tables of needs, and of what reveals them.</summary>
public sealed partial class TrainingDb
{
    /// <summary>The needs.</summary>
    public DbSet<NeedRow> Needs => Set<NeedRow>();

    /// <summary>What the referrals told.</summary>
    public DbSet<FieldReferralRow> FieldReferrals => Set<FieldReferralRow>();

    /// <summary>The campaigns.</summary>
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    /// <summary>Who has answered those that are anonymous.</summary>
    public DbSet<CampaignMarkRow> CampaignMarks => Set<CampaignMarkRow>();

    /// <summary>What was answered to those that are not, while they take answers.</summary>
    public DbSet<CampaignAnswerRow> CampaignAnswers => Set<CampaignAnswerRow>();

    /// <summary>What was answered, counted.</summary>
    public DbSet<CampaignCountRow> CampaignCounts => Set<CampaignCountRow>();

    /// <summary>What was answered in words.</summary>
    public DbSet<CampaignTextRow> CampaignTexts => Set<CampaignTextRow>();

    private static void ConfigureNeeds(ModelBuilder model)
    {
        model.Entity<NeedRow>(row =>
        {
            row.ToTable("needs").HasKey(n => n.Name);
            row.HasIndex(n => new { n.Urgency, n.Name });
            row.HasIndex(n => new { n.Institution, n.Urgency, n.Name });
            row.HasIndex(n => n.Plan);
        });
        model.Entity<FieldReferralRow>(row =>
        {
            row.ToTable("field_referrals").HasKey(r => r.Referral);
            row.HasIndex(r => r.Month);
        });
        model.Entity<CampaignRow>(row =>
        {
            row.ToTable("campaigns").HasKey(c => c.Name);
            row.HasIndex(c => new { c.EndDay, c.Name });
            row.HasIndex(c => c.DueAt);
        });
        model.Entity<CampaignMarkRow>().ToTable("campaign_marks").HasKey(m => new { m.Campaign, m.Mark });
        model.Entity<CampaignAnswerRow>(row =>
        {
            row.ToTable("campaign_answers").HasKey(a => new { a.Campaign, a.Mark });
            row.HasIndex(a => a.Professional);
        });
        model.Entity<CampaignCountRow>().ToTable("campaign_counts").HasKey(c => new { c.Campaign, c.Institution, c.Kind, c.Key, c.Question });
        model.Entity<CampaignTextRow>().ToTable("campaign_texts").HasKey(t => new { t.Campaign, t.Question, t.Place });
    }
}
