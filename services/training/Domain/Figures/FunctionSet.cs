namespace Reseau.Training.Domain.Figures;

/// <summary>Functions that a question is about.</summary>
/// <param name="Bits">One for each function; none = all.</param>
public readonly record struct FunctionSet(int Bits)
{
    /// <summary>Numbers of functions, from 0 to this one.</summary>
    public const int Largest = 8;

    /// <summary>Every function.</summary>
    public static FunctionSet All => default;

    /// <summary>Whether every function is in it.</summary>
    public bool IsAll => Bits == 0;

    /// <summary>The functions of these numbers; all of them for none.</summary>
    public static FunctionSet Of(IEnumerable<int> functions) => new(functions.Aggregate(0, (bits, function) => bits | (1 << function)));

    /// <summary>Whether a function is in it.</summary>
    public bool Has(int function) => Bits == 0 || (Bits & (1 << function)) != 0;
}
