using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>A value that a convention states.</summary>
/// <param name="Key">Name in <c>{{…}}</c>.</param>
/// <param name="Label">Question asked to who writes.</param>
/// <param name="Type">What it is.</param>
public sealed record Variable(string Key, string Label, VariableType Type)
{
    /// <summary>With <see cref="VariableType.Choice"/>: what it may be.</summary>
    public ValueList<string> Choices { get; init; }

    /// <summary>Whether a convention may be proposed without it.</summary>
    public bool Optional { get; init; }
}

/// <summary>Kinds of values; numbers are those of the contract.</summary>
public enum VariableType
{
    /// <summary>One line.</summary>
    Text = 1,

    /// <summary>A day, ISO 8601.</summary>
    Date,

    /// <summary>Euros, with a point.</summary>
    Money,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>institutions/{institution}</c>.</summary>
    Institution,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>One of the choices.</summary>
    Choice,
}

/// <summary>What a variable is worth in a convention.</summary>
/// <param name="Key">Key of the variable.</param>
/// <param name="Value">As its type says.</param>
public sealed record VariableValue(string Key, string Value);
