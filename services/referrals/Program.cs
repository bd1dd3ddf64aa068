using Reseau.Hosting;
using Reseau.Referrals;
using Reseau.Referrals.Views;

await ServiceApp.RunAsync<ReferralsDb>(ReferralsApp.Build(args));
