using Reseau.Hosting;
using Reseau.Training;
using Reseau.Training.Views;

await ServiceApp.RunAsync<TrainingDb>(TrainingApp.Build(args));
