using Reseau.Hosting;
using Reseau.Hosting.Messaging;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Subscriptions;
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
            services.AddSingleton<ReferralStore>();
            services.AddOptions<AntivirusOptions>().BindConfiguration("Antivirus").ValidateDataAnnotations().ValidateOnStart();
            services.AddSingleton<Antivirus>().AddSingleton<AttachmentStore>();
        }, host);
}
