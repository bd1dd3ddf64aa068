using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Views;

namespace Reseau.Training.Figures;

/// <summary>
/// Everybody in memory, for questions that look through all of them. Each question looks first how far the log has come, and reads again the persons to
/// whom something happened since: what is counted is what was true when it was asked for, on every replica.
/// <code>
/// log ──names of changed persons──▶ rows ──▶ new People ──one reference write──▶ questions (any number, no lock)
/// </code>
/// The position is read before the rows: rows may be newer than it says, and are then read twice.
/// </summary>
internal sealed class PeopleTable(IDbContextFactory<TrainingDb> databases) : IDisposable
{
    private const string Streams = "professionals/%";

    // Reading so many one by one costs as much as reading all.
    private const int ManyChanged = 5_000;

    private readonly SemaphoreSlim _one = new(1);
    private readonly PeopleNames _names = new();
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private volatile People? _people;

    /// <summary>Everybody as they are now.</summary>
    public async ValueTask<People> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var head = await db.Events.MaxAsync(row => (long?)row.Position, cancellation) ?? 0;
        if (_people is { } known && known.Position >= head) return known;
        await _one.WaitAsync(cancellation);
        try
        {
            // Somebody else may have read it meanwhile.
            if (_people is not { } people) return _people = await ReadAllAsync(db, head, cancellation);
            return people.Position >= head ? people : (_people = await ReadSinceAsync(db, people, head, cancellation));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<People> ReadSinceAsync(TrainingDb db, People people, long head, CancellationToken cancellation)
    {
        var after = people.Position;
        var changed = await db.Events.Where(row => row.Position > after && row.Position <= head && EF.Functions.Like(row.Stream, Streams)).Select(row => row.Stream).Distinct()
            .Take(ManyChanged).ToArrayAsync(cancellation);
        if (changed.Length == ManyChanged) return await ReadAllAsync(db, head, cancellation);
        if (changed.Length == 0) return people with { Position = head };
        var found = await PeopleReader.ReadAsync(db, _names, changed, cancellation);
        var persons = new List<CountedPerson>(people.Persons);
        foreach (var (name, person) in found)
        {
            if (_places.TryGetValue(name, out var place))
            {
                persons[place] = person;
                continue;
            }
            _places[name] = persons.Count;
            persons.Add(person);
        }
        return new(head, [.. persons], _names);
    }

    private async Task<People> ReadAllAsync(TrainingDb db, long head, CancellationToken cancellation)
    {
        var found = await PeopleReader.ReadAsync(db, _names, only: null, cancellation);
        _places.Clear();
        foreach (var name in found.Keys) _places[name] = _places.Count;
        return new(head, [.. found.Values], _names);
    }
}
