namespace Reseau.Conventions.Domain;

/// <summary>A numbered part of a text; its place in the list is its number.</summary>
/// <param name="Key">Stable key, e.g. <c>objet</c>.</param>
/// <param name="Title">Heading, without number.</param>
/// <param name="Text">Markdown, where <c>{{variable}}</c> stands for a value.</param>
public sealed record Clause(string Key, string Title, string Text);
