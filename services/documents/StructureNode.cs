using System.Text;

namespace Reseau.Documents;

/// <summary>
/// An element of the structure tree: what a program that reads aloud follows instead of the place of letters (ISO 32000-1, 14.7; the names
/// of elements are those of 14.8.4). Its content is marked on the pages, and may go on over several of them.
/// </summary>
internal sealed class StructureNode(string tag, string attributes = "")
{
    private readonly List<Kid> _kids = [];
    private int _number;

    public string Tag => tag;

    public StructureNode Add(string childTag, string childAttributes = "")
    {
        var child = new StructureNode(childTag, childAttributes);
        _kids.Add(new(child, null, 0));
        return child;
    }

    /// <summary>Content of this element begins on a page.</summary>
    /// <returns>Its number on that page.</returns>
    public int Mark(PageSheet page)
    {
        page.Marked.Add(this);
        _kids.Add(new(null, page, page.Marked.Count - 1));
        return page.Marked.Count - 1;
    }

    /// <summary>Writes the tree that has this root, and the table that leads from marked content back to it.</summary>
    /// <returns>Number of the tree's object.</returns>
    public int WriteTree(PdfFile file, IReadOnlyList<PageSheet> pages)
    {
        var root = file.Reserve();
        WriteTo(file, root);
        var table = new StringBuilder();
        foreach (var (index, page) in pages.Index())
        {
            var elements = file.Add($"[{string.Join(' ', page.Marked.Select(node => $"{node._number} 0 R"))}]");
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index} {elements} 0 R ");
        }
        var parents = file.Add($"<< /Nums [{table}] >>");
        file.Write(root, $"<< /Type /StructTreeRoot /K {_number} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {pages.Count} >>");
        return root;
    }

    // As deep as lists are nested in a clause, which its reader bounds.
    private void WriteTo(PdfFile file, int parent)
    {
        _number = file.Reserve();
        foreach (var kid in _kids) kid.Node?.WriteTo(file, _number);
        var kids = string.Join(' ', _kids.Select(kid => kid.Page is { } page ? $"<< /Type /MCR /Pg {page.Number} 0 R /MCID {kid.Mark} >>" : $"{kid.Node!._number} 0 R"));
        file.Write(_number, $"<< /Type /StructElem /S /{tag} /P {parent} 0 R {attributes}/K [{kids}] >>");
    }

    private readonly record struct Kid(StructureNode? Node, PageSheet? Page, int Mark);
}
