using Reseau.Hosting;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Reseau.Hosting.Timers;
using Reseau.Kernel;
using Reseau.Referrals.Privacy;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Subscriptions;
using Reseau.Referrals.Timers;
using Reseau.Referrals.Views;

namespace Reseau.Referrals;

/// <summary>The referral service: a person handed over to a service, until the loop is closed.</summary>
public static class ReferralsApp
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? host = null) =>
        ServiceApp.Build<ReferralsDb, ReferralsLog, ReferralsEndpoint>(args, Errors.Catalogue, services =>
        {
            services.AddSingleton<ISubscription<ReferralsDb>>(new DirectorySubscription());
            services.AddPolicies<ReferralsDb>().AddSingleton<SendingRules>();
            services.AddSingleton<ReferralStore>();
            services.AddTimers<ReferralsDb, ReferralTimers>();
            services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).Validate(retention => retention.IsUsable, RetentionOptions.Mistake).ValidateOnStart();
            services.AddSingleton<RetentionRun>();
            services.AddHostedService<DailyRetention>();
            services.AddEndpoint<FiguresEndpoint>();
            services.AddNotifications();
            services.AddOptions<AntivirusOptions>().BindConfiguration("Antivirus").ValidateDataAnnotations().ValidateOnStart();
            services.AddSingleton<Antivirus>().AddSingleton<AttachmentStore>();
        }, host);
}
