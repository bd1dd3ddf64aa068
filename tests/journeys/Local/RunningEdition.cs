namespace Reseau.Journeys.Local;

/// <summary>One local edition for all tests that only talk to it.</summary>
public sealed class RunningEdition : IAsyncLifetime
{
    private LocalEdition? _edition;

    /// <summary>Its data folder.</summary>
    public DataFolder Data { get; } = new();

    /// <summary>The process.</summary>
    public LocalEdition Edition => _edition ?? throw new InvalidOperationException("Not started.");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _edition = LocalEdition.Begin(Data.Path);
        await _edition.IsReady;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_edition is not null) await _edition.DisposeAsync();
        Data.Dispose();
    }
}
