using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Reseau.Partners.Domain;

/// <summary>A closed vocabulary, in the order people should see it. A term's position is stable while the process lives, so it can index an array.</summary>
public sealed class TermSet<T> : IReadOnlyList<T>
    where T : Term
{
    private readonly T[] _terms;
    private readonly FrozenDictionary<string, int> _positions;

    public TermSet(IEnumerable<T> terms)
    {
        _terms = [.. terms];
        _positions = _terms.Select((term, i) => (term.Code, i)).ToFrozenDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
    }

    public int Count => _terms.Length;

    public T this[int index] => _terms[index];

    public bool IsKnown([NotNullWhen(true)] string? code) => code is not null && _positions.ContainsKey(code);

    public T? Find(string code) => _positions.TryGetValue(code, out var position) ? _terms[position] : null;

    /// <summary>The term's position, or -1.</summary>
    public int PositionOf(string code) => _positions.GetValueOrDefault(code, -1);

    /// <summary>The label, or the code itself where a newer partner uses a word this version does not know.</summary>
    public string LabelOf(string code) => Find(code)?.Label ?? code;

    public IEnumerator<T> GetEnumerator() => _terms.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
