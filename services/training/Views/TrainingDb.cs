using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;

namespace Reseau.Training.Views;

/// <summary>The database of the training service.</summary>
public sealed partial class TrainingDb(DbContextOptions<TrainingDb> options) : LogDb(options)
{
    /// <inheritdoc />
    protected override void ConfigureViews(ModelBuilder modelBuilder)
    {
        // In the order of the migrations.
        ConfigurePeople(modelBuilder);
        SessionTables.Configure(modelBuilder);
        ConfigurePlans(modelBuilder);
        ConfigureNeeds(modelBuilder);
    }
}
