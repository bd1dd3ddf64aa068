using Reseau.Hosting;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Timers;
using Reseau.Training.Campaigns;
using Reseau.Training.Demo;
using Reseau.Training.Figures;
using Reseau.Training.Habilitations;
using Reseau.Training.Imports;
using Reseau.Training.Rpc;
using Reseau.Training.Subscriptions;
using Reseau.Training.Timers;
using Reseau.Training.Views;
using Reseau.Training.Vocabulary;

namespace Reseau.Training;

/// <summary>The training service: what professionals need to know, the sessions that teach it, and the habilitations they hold.</summary>
public static class TrainingApp
{
    /// <summary>Builds the service. The setting <c>Demo=true</c> loads the training of the demo network into an empty log.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? host = null) =>
        ServiceApp.Build<TrainingDb, TrainingLog, SessionsEndpoint>(args, Errors.Catalogue, services =>
        {
            services.AddSingleton<ManyStreams<TrainingDb>>();
            services.AddEndpoint<ProfessionalsEndpoint>().AddEndpoint<CoursesEndpoint>().AddEndpoint<HabilitationsEndpoint>().AddEndpoint<PlansEndpoint>().AddEndpoint<TrainingFiguresEndpoint>();
            services.AddEndpoint<NeedsEndpoint>().AddEndpoint<CampaignsEndpoint>();
            services.AddSingleton<ISubscription<TrainingDb>>(new ReferralsSubscription());
            services.AddSingleton<ProfessionalStore>().AddSingleton<ProfessionalChanges>().AddSingleton<ProfessionalsImporter>();
            services.AddSingleton<SessionStore>();
            services.AddHostedService<VocabularySeed>();
            services.AddHostedService<DemoSeed>();
            services.AddSingleton<ITrainingTimers, ProfessionalTimers>().AddSingleton<ITrainingTimers, SessionTimers>().AddSingleton<ITrainingTimers, CampaignTimers>();
            services.AddTimers<TrainingDb, TrainingTimers>();
            services.AddHostedService<HabilitationBoard>();
            services.AddSingleton<PeopleTable>().AddSingleton<PlanFollowing>().AddSingleton<AskedPeople>();
            services.AddHostedService<PeopleTableWarmer>();
        }, host);
}
