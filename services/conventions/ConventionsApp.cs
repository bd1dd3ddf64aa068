using Reseau.Conventions.Policies;
            services.AddHostedService<DemoSeed>();
            services.AddSingleton<TimerBell>();
            services.AddHostedService<TimerRunner>();
            services.AddHostedService<PolicyClock>();
            services.AddHostedService<PolicyBoard>();
            services.AddHostedService<NetworkBoard>();
        }, host);
}
