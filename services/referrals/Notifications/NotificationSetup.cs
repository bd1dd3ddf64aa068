using Microsoft.Extensions.Options;
using Reseau.Hosting;

namespace Reseau.Referrals.Notifications;

/// <summary>What the notifications are made of.</summary>
internal static class NotificationSetup
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<NotificationOptions>().BindConfiguration("Notifications");
        services.AddSingleton<IPostConfigureOptions<NotificationOptions>, NotificationSettings>().AddSingleton<IValidateOptions<NotificationOptions>, NotificationSettings>();
        services.AddSingleton<Channels>().AddSingleton<DueSignal>().AddSingleton<PreferencesReader>();
        services.AddSingleton<NotificationRecorder>().AddHostedService(provider => provider.GetRequiredService<NotificationRecorder>());
        services.AddSingleton<DeliveryWorker>().AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
        services.AddEndpoint<NotificationsEndpoint>();
    }
}
