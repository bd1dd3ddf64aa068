using Reseau.Kernel;

namespace Reseau.Training.Views;

/// <summary>The order in which skills are shown, on their list and as columns: by family, then label, without case and accents.</summary>
internal static class SkillOrder
{
    public static IEnumerable<SkillRow> InOrder(this IEnumerable<SkillRow> rows) => rows
        .OrderBy(row => PlainWords.Of(row.Family), StringComparer.Ordinal).ThenBy(row => PlainWords.Of(row.Label), StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal);
}
