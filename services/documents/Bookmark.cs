namespace Reseau.Documents;

/// <summary>An entry of the outline that readers show beside the pages.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Page">Where it is.</param>
/// <param name="Top">How high on that page.</param>
internal sealed record Bookmark(string Title, PageSheet Page, double Top);
