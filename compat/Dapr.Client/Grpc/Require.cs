using System.Runtime.CompilerServices;

namespace Dapr.Client;

/// <summary>What arguments must be.</summary>
internal static class Require
{
    public static void Some<T>(IReadOnlyCollection<T> items, [CallerArgumentExpression(nameof(items))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        if (items.Count == 0) throw new ArgumentException("At least one item is needed.", name);
    }
}
