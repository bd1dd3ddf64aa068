using Reseau.Hosting;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Reseau.Partners.Demo;
using Reseau.Partners.Duplicates;
using Reseau.Partners.Formats;
using Reseau.Partners.Imports;
using Reseau.Partners.Needs;
using Reseau.Partners.Rpc;
using Reseau.Partners.Search;
using Reseau.Partners.Subscriptions;
using Reseau.Partners.Territory;
using Reseau.Partners.Views;

namespace Reseau.Partners;

/// <summary>The partner directory: who exists, what they offer, where.</summary>
public static class PartnersApp
{
    /// <summary>Builds the service. The setting <c>Demo=true</c> loads the demo network into an empty directory.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? host = null) =>
        ServiceApp.Build<PartnersDb, PartnersLog, PartnersEndpoint>(args, Errors.Catalogue, services =>
        {
            services.AddSingleton<ISubscription<PartnersDb>>(new AnswerSubscription());
            services.AddSingleton<ISubscription<PartnersDb>>(new ConventionSubscription());
            services.AddSingleton<PolicyReader>().AddSingleton<BondBook>();
            services.AddSingleton(_ => France.Shared);
            services.AddSingleton<DirectoryIndex>();
            services.AddSingleton<DirectoryStore>();
            services.AddSingleton<RecordUids>();
            services.AddSingleton<DuplicateList>();
            services.AddSingleton<ManyStreams<PartnersDb>>().AddSingleton<CommuneLookup>().AddSingleton<DirectoryFiles>();
            services.AddSingleton<ImportLedger>().AddSingleton<DirectoryImporter>().AddSingleton<DirectoryExporter>();
            services.AddOptions<OpenDataOptions>().BindConfiguration("OpenData");
            services.AddSingleton<UnmetNeeds>();
            // In this order: what the seed records is in the index when the first question comes.
            services.AddHostedService<DemoSeed>();
            services.AddHostedService<IndexFeeder>();
            services.AddHostedService(provider => provider.GetRequiredService<UnmetNeeds>());
            services.AddHostedService<CapacityBoard>();
        }, host);
}
