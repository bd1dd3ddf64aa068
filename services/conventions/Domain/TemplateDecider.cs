using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>All decisions about a template: pure.</summary>
public static class TemplateDecider
{
    /// <summary>Begins a template.</summary>
    /// <param name="current">What has that name already; null for nothing.</param>
    /// <param name="name"><c>templates/{template}</c>.</param>
    /// <param name="content">What it says.</param>
    public static Decision<TemplateEvent> Create(Template? current, string name, TemplateContent content)
    {
        if (current is not null) return new Refusal("TEMPLATE_ALREADY_EXISTS", "A template has this name.", ("template", name));
        return new TemplateDrafted(content);
    }

    /// <summary>Replaces the draft, or begins one.</summary>
    public static Decision<TemplateEvent> Revise(Template current, TemplateContent content)
    {
        if (current.State == TemplateState.Archived) return new Refusal("TEMPLATE_ARCHIVED", "An archived template does not change.", ("template", current.Name));
        if (current.Texts[^1].Content == content) return Decision.Nothing<TemplateEvent>();
        return new TemplateRevised(content);
    }

    /// <summary>Publishes the draft.</summary>
    public static Decision<TemplateEvent> Publish(Template current)
    {
        if (current.State == TemplateState.Archived) return new Refusal("TEMPLATE_ARCHIVED", "An archived template is not published.", ("template", current.Name));
        if (current.Draft is not { } draft) return Decision.Nothing<TemplateEvent>();
        var (used, declared) = (Clauses.Used(draft.Content.Clauses).ToList(), draft.Content.Variables.Select(variable => variable.Key).ToList());
        var (unresolved, unused) = (used.Except(declared, StringComparer.Ordinal).ToList(), declared.Except(used, StringComparer.Ordinal).ToList());
        if (unresolved.Count + unused.Count > 0)
        {
            return new Refusal("TEMPLATE_NOT_READY", "Variables and texts do not agree.",
                ("template", current.Name), ("unresolved", string.Join(", ", unresolved)), ("unused", string.Join(", ", unused)));
        }
        return new TemplatePublished(draft.Version);
    }

    /// <summary>Takes it away from those that conventions may begin from.</summary>
    public static Decision<TemplateEvent> Archive(Template current)
    {
        if (current.State == TemplateState.Archived) return Decision.Nothing<TemplateEvent>();
        return new TemplateArchived();
    }

    /// <summary>What a convention begins with: what it says itself, and from the template what is missing.</summary>
    /// <param name="template">The template; null when there is none of that name.</param>
    /// <param name="content">What the convention says itself.</param>
    public static (ConventionContent? Content, Refusal? Refusal) Begin(Template? template, ConventionContent content)
    {
        if (template?.Published is not { } text)
            return (null, new("TEMPLATE_NOT_FOUND", "There is no published template of this name.", ("template", content.Template)));
        if (template.State == TemplateState.Archived) return (null, new("TEMPLATE_NOT_PUBLISHED", "The template is archived.", ("template", content.Template)));
        var model = text.Content;
        return (content with
        {
            TemplateVersion = text.Version,
            Kind = model.Kind,
            Title = content.Title.Length == 0 ? model.Title : content.Title,
            Clauses = content.Clauses.Count == 0 ? model.Clauses : content.Clauses,
            Variables = content.Variables.Count == 0 ? model.Variables : content.Variables,
            Commitments = content.Commitments.Count == 0 ? Commitments(model, content) : content.Commitments,
            SignatureLevel = content.SignatureLevel < model.SignatureLevel ? model.SignatureLevel : content.SignatureLevel,
            LeastSignatureLevel = model.SignatureLevel,
            Steps = content.Steps.Count == 0 ? [.. model.Steps.Select((label, index) => new Step($"etape-{index + 1}", label, PlannedDate: null))] : content.Steps,
        }, null);
    }

    // Of a party that is not named yet nothing is promised in its place.
    private static ValueList<Commitment> Commitments(TemplateContent model, ConventionContent content) =>
        [.. from line in model.Commitments.Select((commitment, index) => (Model: commitment, Key: $"engagement-{index + 1}"))
            where line.Model.Party <= content.Parties.Count
            let due = line.Model.DueDays == 0 ? null : content.StartDate?.AddDays(line.Model.DueDays)
            select new Commitment(line.Key, line.Model.Clause, content.Parties[line.Model.Party - 1].Institution, line.Model.Text, due, line.Model.Condition, "")];
}
