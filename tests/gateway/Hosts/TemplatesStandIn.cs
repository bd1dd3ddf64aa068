using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Conventions.V1;
using Type = Reseau.Conventions.V1.Variable.Types.Type;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Templates that tests write and publish; one is there from the beginning.</summary>
public sealed class TemplatesStandIn : TemplatesService.TemplatesServiceBase
{
    private readonly ConcurrentDictionary<string, Template> _templates = new(StringComparer.Ordinal)
    {
        ["templates/protocole"] = new()
        {
            Name = "templates/protocole", Etag = "1", Title = "Protocole d’orientation", Kind = ConventionKind.ReferralProtocol, State = Template.Types.State.Published, Version = 1,
            Summary = "Qui oriente qui.", Clauses = { new Clause { Key = "objet", Title = "Objet", Text = "Dès le {{debut}}, pour {{somme}}." } },
            Variables = { new Variable { Key = "debut", Label = "Début des permanences", Type = Type.Date }, new Variable { Key = "somme", Label = "Somme par an", Type = Type.Money } },
        },
    };

    public Template Find(string name) => _templates.TryGetValue(name, out var template) ? template : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Template> GetTemplate(GetTemplateRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListTemplatesResponse> ListTemplates(ListTemplatesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListTemplatesResponse { Templates = { _templates.Values.Where(template => !request.PublishedOnly || template.State == Template.Types.State.Published) } });

    public override Task<Template> CreateTemplate(CreateTemplateRequest request, ServerCallContext context) => Write(request.Template, Template.Types.State.Draft);

    public override Task<Template> UpdateTemplate(UpdateTemplateRequest request, ServerCallContext context) => Write(request.Template, Find(request.Template.Name).State);

    public override Task<Template> PublishTemplate(PublishTemplateRequest request, ServerCallContext context)
    {
        var template = Find(request.Name);
        (template.State, template.Draft) = (Template.Types.State.Published, false);
        return Task.FromResult(template);
    }

    public override Task<Template> ArchiveTemplate(ArchiveTemplateRequest request, ServerCallContext context)
    {
        Find(request.Name).State = Template.Types.State.Archived;
        return Task.FromResult(Find(request.Name));
    }

    private Task<Template> Write(Template wanted, Template.Types.State state)
    {
        (string, string)[] wrong =
        [
            .. wanted.Variables.Select((variable, index) => (variable, index)).Where(each => each.variable.Type == Type.Unspecified).Select(each => ($"template.variables[{each.index}].type", "Dites de quelle sorte.")),
            .. wanted.Title.Length == 0 ? [("template.title", "Donnez un titre.")] : ((string, string)[])[],
        ];
        if (wrong.Length > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", wrong);
        (wanted.State, wanted.Draft, wanted.Version, wanted.Etag) = (state, true, wanted.Version + 1, wanted.Etag + "+");
        return Task.FromResult(_templates[wanted.Name] = wanted);
    }
}
