using Reseau.Conventions.Documents;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Rpc;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;

namespace Reseau.Conventions.Demo;

/// <summary>Loads templates and conventions into an empty log, in one transaction: a start that is interrupted begins again.</summary>
internal sealed class DemoSeed(CommandLog<ConventionsDb> commands, LogReader<ConventionsDb> log, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo") || await log.HeadAsync(cancellationToken) > 0) return;
        var command = new Command("", "", "demo-conventions", [], "", clock.GetUtcNow());
        await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = default(StreamVersion);
            foreach (var template in DemoTemplate.Load())
                last = await unit.AppendAsync(template.Name, 0, [new TemplateDrafted(template.Content), new TemplatePublished(1)], cancellation);
            foreach (var convention in DemoConventions.All(command.Now))
            {
                var (events, document) = Live(convention, command.Now);
                last = await unit.AppendAsync(convention.Name, 0, events, cancellation);
                unit.Db.Documents.Add(new() { Convention = convention.Name, TextVersion = 1, Content = document });
            }
            return last;
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // By the deciders, as anybody's: what the demo shows could have happened.
    private static (List<ConventionEvent> Events, byte[] Document) Live(DemoConvention convention, DateTimeOffset now)
    {
        List<ConventionEvent> events = [];
        Convention? current = null;
        void Happen(IEnumerable<ConventionEvent> news)
        {
            foreach (var happened in news)
            {
                events.Add(happened);
                current = Convention.Evolve(current, convention.Name, events.Count, now, happened);
            }
        }
        Happen(ConventionDecider.Draft(convention.Author, convention.Content).EventsOrThrow());
        var document = DocumentRenderer.Render(DocumentText.Of(current!, convention.Content, 1, ConventionDecider.SignBefore(convention.Content, Kernel.Calendar.FrenchDay.Of(now))));
        Happen(ConventionDecider.Move(current!, new(convention.Author, ConventionAction.Propose, now) { DocumentSha256 = document.Sha256 }).EventsOrThrow());
        foreach (var (institution, subject, name) in convention.Signers)
            Happen(ConventionDecider.Sign(current!, new(institution, subject, name, now, document.Sha256, MandateHeld: true, now)).EventsOrThrow());
        return (events, document.Pdf);
    }
}
