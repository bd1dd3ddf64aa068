using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Conventions.Views;

/// <summary>Keeps the list of templates.</summary>
public sealed class TemplateView : View<ConventionsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ConventionsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not TemplateEvent happened) return;
        var row = await db.Templates.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Templates.Add(row = new() { Name = recorded.Stream, PlainTitle = "", State = TemplateState.Draft });
        switch (happened)
        {
            case TemplateDrafted drafted: row.PlainTitle = PlainWords.Of(drafted.Content.Title); break;
            case TemplateRevised revised: row.PlainTitle = PlainWords.Of(revised.Content.Title); break;
            case TemplatePublished: row.State = TemplateState.Published; break;
            case TemplateArchived: row.State = TemplateState.Archived; break;
        }
    }

    /// <inheritdoc />
    public override Task ClearAsync(ConventionsDb db, CancellationToken cancellation) => db.Templates.ExecuteDeleteAsync(cancellation);
}
