namespace Reseau.Documents;

/// <summary>The letters a document draws, by font: those it must say how to read back.</summary>
internal sealed class LettersUsed
{
    private readonly HashSet<char> _regular = [];
    private readonly HashSet<char> _bold = [];

    public IEnumerable<char> Of(EmbeddedFont font) => font == EmbeddedFont.Bold ? _bold : _regular;

    public void Note(EmbeddedFont font, string text) => (font == EmbeddedFont.Bold ? _bold : _regular).UnionWith(text);
}
