using Reseau.Hosting;
using Reseau.Partners;
using Reseau.Partners.Views;

await ServiceApp.RunAsync<PartnersDb>(PartnersApp.Build(args));
