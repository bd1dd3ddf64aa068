using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Reseau.Kernel.Vocabularies;

/// <summary>A closed vocabulary, in the order people should see it. A term's position is stable while the process lives, so it can index an array.</summary>
/// <typeparam name="T">What a term of it says.</typeparam>
public sealed class TermSet<T> : IReadOnlyList<T>
    where T : Term
{
    private readonly T[] _terms;
    private readonly FrozenDictionary<string, int> _positions;

    /// <summary>A vocabulary of these terms, whose codes differ.</summary>
    public TermSet(IEnumerable<T> terms)
    {
        _terms = [.. terms];
        _positions = _terms.Select((term, i) => (term.Code, i)).ToFrozenDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public int Count => _terms.Length;

    /// <inheritdoc />
    public T this[int index] => _terms[index];

    /// <summary>Whether a term has this code, as it is written.</summary>
    public bool IsKnown([NotNullWhen(true)] string? code) => code is not null && _positions.ContainsKey(code);

    /// <summary>The term of a code; null when there is none.</summary>
    public T? Find(string code) => _positions.TryGetValue(code, out var position) ? _terms[position] : null;

    /// <summary>The term's position, or -1.</summary>
    public int PositionOf(string code) => _positions.GetValueOrDefault(code, -1);

    /// <summary>The label, or the code itself where a newer partner uses a word this version does not know.</summary>
    public string LabelOf(string code) => Find(code)?.Label ?? code;

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _terms.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
