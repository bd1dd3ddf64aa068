using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>The API of templates: those who write them see drafts, the others what is published.</summary>
internal sealed class TemplatesEndpoint(CommandLog<ConventionsDb> commands, ConventionStore store, IDbContextFactory<ConventionsDb> databases, TimeProvider clock)
    : Contract.TemplatesService.TemplatesServiceBase
{
    private const string Collection = "templates";

    public override Task<Contract.Template> CreateTemplate(Contract.CreateTemplateRequest request, ServerCallContext context)
    {
        var (violations, template) = (new Violations(), request.Template ?? new());
        var content = TemplateMapper.Read(template, violations);
        var name = FieldRules.ChosenName(template.Name, Collection, "template.name", violations);
        return DecideAsync(context, request, (name, "", request.RequestId), violations, current => TemplateDecider.Create(current, name, content));
    }

    public override Task<Contract.Template> UpdateTemplate(Contract.UpdateTemplateRequest request, ServerCallContext context)
    {
        var (violations, template) = (new Violations(), request.Template ?? new());
        var content = TemplateMapper.Read(template, violations);
        var name = ResourceName.Parse(template.Name, Collection, "template.name", violations).ToString();
        return DecideAsync(context, request, (name, template.Etag, request.RequestId), violations, current => TemplateDecider.Revise(Existing(current), content));
    }

    public override Task<Contract.Template> PublishTemplate(Contract.PublishTemplateRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, current => TemplateDecider.Publish(Existing(current)));
    }

    public override Task<Contract.Template> ArchiveTemplate(Contract.ArchiveTemplateRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, current => TemplateDecider.Archive(Existing(current)));
    }

    public override async Task<Contract.Template> GetTemplate(Contract.GetTemplateRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        if (request.Version < 0) violations.Add("version", "OUT_OF_RANGE", "Versions begin at 1.", "Les versions commencent à 1.");
        violations.ThrowIfAny();
        var template = Existing(await store.FindTemplateAsync(name, long.MaxValue, context.CancellationToken));
        var writes = Caller.Of(context).LooksAfterNetwork;
        var text = request.Version == 0 ? Newest(template, writes) : template.Texts.FirstOrDefault(text => text.Version == request.Version && (text.Published || writes));
        return TemplateMapper.ToMessage(template, text ?? throw Caller.NotAllowed(), withClauses: true);
    }

    public override async Task<Contract.ListTemplatesResponse> ListTemplates(Contract.ListTemplatesRequest request, ServerCallContext context)
    {
        var (writes, cancellation) = (Caller.Of(context).LooksAfterNetwork, context.CancellationToken);
        var published = request.PublishedOnly || !writes;
        var question = $"templates/{published}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 2), Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await TitlePages.TemplatesAsync(db, published, after, size, cancellation);

        var answer = new Contract.ListTemplatesResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].PlainTitle, page[^1].Name);
        }
        var templates = await store.FindAllAsync(db, [.. page.Select(row => row.Name)], ConventionStore.FoldTemplate, cancellation);
        answer.Templates.AddRange(templates.Select(template => TemplateMapper.ToMessage(template, Newest(template, writes && !request.PublishedOnly)!, withClauses: false)));
        return answer;
    }

    private async Task<Contract.Template> DecideAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations, Func<Template?, Decision<TemplateEvent>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var current = ConventionStore.FoldTemplate(target.Name, await unit.ReadAsync(target.Name, cancellation));
            if (current is not null) Etag.Check(target.Etag, target.Name, current.Version);
            return await unit.AppendAsync(target.Name, current?.Version ?? 0, decide(current).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        var template = Existing(await store.FindTemplateAsync(result.Stream, result.Version, context.CancellationToken));
        return TemplateMapper.ToMessage(template, template.Texts[^1], withClauses: true);
    }

    private static Template Existing(Template? template) => template ?? throw Caller.NotAllowed();

    // A template that nobody may begin from is its writers' alone.
    private static TemplateText? Newest(Template template, bool writes) => writes ? template.Texts[^1] : template.State == TemplateState.Published ? template.Published : null;
}
