using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Views;

/// <summary>A template on its list; there are dozens of them, and their texts are read from the log.</summary>
public sealed class TemplateRow
{
    /// <summary><c>templates/{template}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its title without case and accents.</summary>
    public required string PlainTitle { get; set; }

    /// <summary>Where it stands.</summary>
    public TemplateState State { get; set; }
}
