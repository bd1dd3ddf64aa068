using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Timers;

/// <summary>Lets time act in a service.</summary>
public static class TimerSetup
{
    /// <summary>Adds the timers of a service, and whoever watches them.</summary>
    public static IServiceCollection AddTimers<TDb, TTimers>(this IServiceCollection services)
        where TDb : LogDb
        where TTimers : class, ITimers<TDb> =>
        services.AddSingleton<ITimers<TDb>, TTimers>().AddSingleton<TimerBell<TDb>>().AddHostedService<TimerRunner<TDb>>();
}
