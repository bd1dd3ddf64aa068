using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.V1;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Conventions.Tests.Rpc.Network;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Conventions.Tests.Rpc;

public sealed class KeepingTemplatesAndBodies
{
    [Theory, OnEveryProvider]
    public async Task A_template_is_written_published_used_changed_and_archived(DatabaseProvider provider)
    {
        var host = new ConventionsHost { Provider = provider };
        await host.InitializeAsync();
        var (sofia, yann) = (await host.TemplatesAsync(Sofia), await host.TemplatesAsync(Yann));
        var template = new Template
        {
            Name = "templates/essai", Title = "Essai", Kind = ConventionKind.Engagement, Clauses = { new Clause { Key = "objet", Title = "Objet", Text = "À {{lieu}}." } },
            Commitments = { new ModelCommitment { Clause = "objet", Text = "Être là", Party = 2, Condition = true, DueDays = 10 } }, Steps = { "Réunion" },
        };
        var draft = await sofia.CreateTemplateAsync(new() { Template = template, RequestId = NewId() });
        Assert.Equal((Template.Types.State.Draft, 1, true), (draft.State, draft.Version, draft.Draft));
        Assert.Equal("TEMPLATE_ALREADY_EXISTS", await ReasonAsync(sofia.CreateTemplateAsync(new() { Template = template, RequestId = NewId() })));
        Assert.Equal("TEMPLATE_NOT_READY", await ReasonAsync(sofia.PublishTemplateAsync(new() { Name = draft.Name, RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.GetTemplateAsync(new() { Name = draft.Name })));
        Assert.Equal("TEMPLATE_NOT_FOUND", await ReasonAsync((await host.ClientAsync(Yann)).CreateConventionAsync(new() { Content = new() { Template = draft.Name }, RequestId = NewId() })));

        template.Variables.Add(new Variable { Key = "lieu", Label = "Où ?", Type = Variable.Types.Type.Text });
        template.Etag = draft.Etag;
        await sofia.UpdateTemplateAsync(new() { Template = template, RequestId = NewId() });
        var published = await sofia.PublishTemplateAsync(new() { Name = draft.Name, RequestId = NewId() });
        Assert.Equal((Template.Types.State.Published, 1, false), (published.State, published.Version, published.Draft));
        Assert.Equal("templates/essai", Assert.Single((await yann.ListTemplatesAsync(new())).Templates).Name);

        var content = Ready(host.Clock.GetUtcNow());
        var begun = await (await host.ClientAsync(Yann)).CreateConventionAsync(new() { Content = new() { Template = draft.Name, Parties = { content.Parties }, StartDate = content.StartDate }, RequestId = NewId() });
        Assert.Equal(("Essai", ConventionKind.Engagement, 1, "institutions/caf-35"), (begun.Content.Title, begun.Content.Kind, begun.Content.TemplateVersion, Assert.Single(begun.Content.Commitments).Institution));

        template.Etag = "";
        template.Title = "Essai revu";
        Assert.Equal((2, true), (await sofia.UpdateTemplateAsync(new() { Template = template, RequestId = NewId() })) is { } again ? (again.Version, again.Draft) : default);
        Assert.Equal(("Essai", "Essai revu"), ((await yann.GetTemplateAsync(new() { Name = draft.Name })).Title, (await sofia.GetTemplateAsync(new() { Name = draft.Name })).Title));
        await sofia.ArchiveTemplateAsync(new() { Name = draft.Name, RequestId = NewId() });
        Assert.Empty((await yann.ListTemplatesAsync(new())).Templates);
        Assert.Equal("TEMPLATE_NOT_PUBLISHED", await ReasonAsync((await host.ClientAsync(Yann)).CreateConventionAsync(new() { Content = new() { Template = draft.Name }, RequestId = NewId() })));
        Assert.Equal("TEMPLATE_ARCHIVED", await ReasonAsync(sofia.UpdateTemplateAsync(new() { Template = template, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_committee_meets_decides_and_is_read_by_its_members(DatabaseProvider provider)
    {
        var host = new ConventionsHost { Provider = provider };
        await host.InitializeAsync();
        var (sofia, yann, stranger) = (await host.BodiesAsync(Sofia), await host.BodiesAsync(Yann), await host.BodiesAsync(Stranger));
        var proposed = await ProposedAsync(host);
        var body = await sofia.CreateBodyAsync(new()
        {
            Body = new() { Name = "bodies/copil", Title = "COPIL des espaces sociaux communs", Kind = Body.Types.Kind.Steering, Members = { new Member { Institution = "institutions/ccas-rennes" } } }, RequestId = NewId(),
        });
        var meeting = new Meeting { Date = new() { Year = 2017, Month = 7, Day = 4 }, Minutes = "Le projet est présenté,\npuis discuté.", Decisions = { new GovernanceDecision { Text = "Le projet est validé.", Conventions = { proposed.Name } } } };

        var met = await sofia.RecordMeetingAsync(new() { Name = body.Name, Meeting = meeting, RequestId = NewId() });

        Assert.Equal(meeting, Assert.Single(met.Meetings));
        Assert.Equal(met, await yann.GetBodyAsync(new() { Name = body.Name }));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(stranger.GetBodyAsync(new() { Name = body.Name })));
        Assert.Empty((await stranger.ListBodiesAsync(new())).Bodies);
        Assert.Equal(body.Name, Assert.Single((await yann.ListBodiesAsync(new())).Bodies).Name);
        meeting.Decisions[0].Conventions[0] = "conventions/none";
        Assert.Equal("CONVENTION_NOT_FOUND", await ReasonAsync(sofia.RecordMeetingAsync(new() { Name = body.Name, Meeting = meeting, RequestId = NewId() })));
        Assert.True((await sofia.DissolveBodyAsync(new() { Name = body.Name, RequestId = NewId() })).Dissolved);
        Assert.Equal("BODY_DISSOLVED", await ReasonAsync(sofia.UpdateBodyAsync(new() { Body = new(body) { Title = "Autre" , Etag = "" }, RequestId = NewId() })));
        Assert.Equal("BODY_ALREADY_EXISTS", await ReasonAsync(sofia.CreateBodyAsync(new() { Body = body, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_first_start_with_the_demo_network_shows_templates_and_conventions_that_bind_no_referral()
    {
        var host = new ConventionsHost { Demo = true };
        await host.InitializeAsync();

        Assert.Equal(4, (await (await host.TemplatesAsync(Yann)).ListTemplatesAsync(new())).Templates.Count);
        var seen = (await (await host.ClientAsync(Yann)).ListConventionsAsync(new())).Conventions;
        Assert.Equal([Convention.Types.State.Active, Convention.Types.State.PartiallySigned], seen.Select(one => one.State).OrderDescending());
        Assert.All(seen, one => Assert.Empty(one.Content.ReferralTerms));
        Assert.Single((await (await host.ClientAsync(Yann)).ListConventionsAsync(new() { ToSign = true })).Conventions);
        await host.StopAsync();
        await host.StartAsync();
        Assert.Equal(2, await host.ReadAsync(db => db.Conventions.CountAsync()));
        await host.DisposeAsync();
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;
}
