namespace Reseau.Sidecar;

/// <summary>What a state store puts before keys, and so who shares an entry.</summary>
public enum StateKeyPrefix
{
    /// <summary>The application's id: each has its own entries. Dapr's default.</summary>
    AppId,

    /// <summary>The component's name: applications share the entries of a component.</summary>
    Name,

    /// <summary>Nothing: as <see cref="Name"/> here, where each component has a space of its own.</summary>
    None,
}
