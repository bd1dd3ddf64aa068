namespace Reseau.Hosting.Log;

/// <summary>
/// A read model: tables that fold the log, changed in the transaction of each append and rebuildable from nothing.
/// </summary>
public abstract class View<TDb> where TDb : LogDb
{
    /// <summary>Takes one event in. Saves nothing itself: the append does, in one transaction.</summary>
    public abstract Task ApplyAsync(TDb db, RecordedEvent recorded, CancellationToken cancellation);

    /// <summary>Empties the tables, before a rebuild.</summary>
    public abstract Task ClearAsync(TDb db, CancellationToken cancellation);
}
