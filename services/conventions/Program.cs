using Reseau.Conventions;
using Reseau.Conventions.Views;
using Reseau.Hosting;

await ServiceApp.RunAsync<ConventionsDb>(ConventionsApp.Build(args));
