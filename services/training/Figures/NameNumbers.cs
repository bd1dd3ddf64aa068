using System.Collections.Concurrent;

namespace Reseau.Training.Figures;

/// <summary>Numbers for names, from 0 in the order in which they were met: arrays are indexed by them. A name keeps its number.</summary>
internal sealed class NameNumbers
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Lock _adding = new();

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_adding) return _names.Count;
        }
    }

    /// <summary>The number of a name, a new one if need be.</summary>
    public int Of(string name)
    {
        if (_numbers.TryGetValue(name, out var known)) return known;
        lock (_adding)
        {
            if (_numbers.TryGetValue(name, out known)) return known;
            _names.Add(name);
            return _numbers[name] = _names.Count - 1;
        }
    }

    /// <summary>The number of a name; -1 for one that was never met: nobody has that number.</summary>
    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>The name of a number.</summary>
    public string NameOf(int number)
    {
        lock (_adding) return _names[number];
    }
}
