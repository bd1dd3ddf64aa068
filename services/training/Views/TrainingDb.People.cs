using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>The tables of professionals, what they can do, and what the network says of that.</summary>
public sealed partial class TrainingDb
{
    /// <summary>The professionals.</summary>
    public DbSet<ProfessionalRow> Professionals => Set<ProfessionalRow>();

    /// <summary>Who they are, beside the log.</summary>
    public DbSet<PersonRow> Persons => Set<PersonRow>();

    /// <summary>Where they work.</summary>
    public DbSet<ProfessionalSiteRow> ProfessionalSites => Set<ProfessionalSiteRow>();

    /// <summary>The skills they hold.</summary>
    public DbSet<HeldSkillRow> HeldSkills => Set<HeldSkillRow>();

    /// <summary>The habilitations they hold or held.</summary>
    public DbSet<HeldHabilitationRow> HeldHabilitations => Set<HeldHabilitationRow>();

    /// <summary>The skills a network speaks of.</summary>
    public DbSet<SkillRow> Skills => Set<SkillRow>();

    /// <summary>The rules of habilitations.</summary>
    public DbSet<HabilitationRuleRow> HabilitationRules => Set<HabilitationRuleRow>();

    /// <summary>What the shared state says of accounts.</summary>
    public DbSet<HabilitationSheetRow> HabilitationSheets => Set<HabilitationSheetRow>();

    private static void ConfigurePeople(ModelBuilder model)
    {
        model.Entity<ProfessionalRow>(row =>
        {
            row.ToTable("professionals").HasKey(p => p.Name);
            row.HasIndex(p => new { p.Institution, p.PlainName, p.Name });
            row.HasIndex(p => p.Subject);
            row.HasIndex(p => p.DueAt);
        });
        model.Entity<PersonRow>(row =>
        {
            row.ToTable("persons").HasKey(p => p.Professional);
            row.HasIndex(p => p.Email);
        });
        model.Entity<ProfessionalSiteRow>(row =>
        {
            row.ToTable("professional_sites").HasKey(s => new { s.Professional, s.Site });
            row.HasIndex(s => s.Site);
        });
        model.Entity<HeldSkillRow>(row =>
        {
            row.ToTable("held_skills").HasKey(s => new { s.Professional, s.Skill });
            row.HasIndex(s => new { s.Skill, s.Evidenced });
        });
        model.Entity<HeldHabilitationRow>(row =>
        {
            row.ToTable("held_habilitations").HasKey(h => new { h.Professional, h.Rule, h.FromDay });
            row.HasIndex(h => new { h.Institution, h.UntilDay, h.Professional, h.Rule });
            row.HasIndex(h => h.Rule);
        });
        model.Entity<SkillRow>().ToTable("skills").HasKey(s => s.Name);
        model.Entity<HabilitationRuleRow>().ToTable("habilitation_rules").HasKey(r => r.Name);
        model.Entity<HabilitationSheetRow>(row =>
        {
            row.ToTable("habilitation_sheets").HasKey(s => s.Subject);
            row.HasIndex(s => s.Due);
        });
    }
}
