using Reseau.Kernel;

namespace Reseau.Training.Views;

/// <summary>A person's name as it is found and ordered: last name first.</summary>
internal static class PlainName
{
    /// <summary>The name.</summary>
    public static string Of(string lastName, string firstName) => PlainWords.Of($"{lastName} {firstName}");
}
