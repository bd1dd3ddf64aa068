namespace Reseau.Documents;

/// <summary>Tables: a row goes on over as many pages as it needs, under the headings of its columns.</summary>
internal sealed partial class DocumentLayout
{
    private const double CellSize = 9.5;
    private const double Padding = 4;
    private const double CellLine = CellSize * 1.32;

    // What a cell needs beside its text; the last point is for rounding, which must not cut a word.
    private const double Extra = (2 * Padding) + 1;

    private void AddTable(TablePart table, StructureNode parent, double x)
    {
        _y -= 2;
        var widths = Widths(table, Right - x);
        var node = parent.Add("Table");
        var head = node.Add("THead").Add("TR");
        var headings = Lines(table.Columns, widths, bold: true);
        var columns = new TableColumns(x, widths, headings, table.Numbers);
        // Headings, and two lines of the first row.
        EnsureRoom(columns.HeadHeight + (3 * CellLine));
        AddRow(columns, headings, [.. headings.Select(_ => head.Add("TH", "/A << /O /Table /Scope /Column >> "))]);
        if (table.Rows.Count > 0)
        {
            var body = node.Add("TBody");
            foreach (var row in table.Rows)
            {
                var element = body.Add("TR");
                AddRow(columns, Lines(row, widths, bold: false), [.. row.Select(_ => element.Add("TD"))]);
            }
        }
        _y -= 10;
    }

    private void AddRow(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> cells, IReadOnlyList<StructureNode> nodes)
    {
        var height = cells.Max(cell => cell.Count);
        for (var done = 0; done < height || done == 0;)
        {
            var room = LinesLeft();
            var isRest = height - done <= room;
            // A row that fits on a page is not cut, and a page is never left empty for one that does not.
            if (!isRest && (room < 1 || (done == 0 && height <= columns.LinesOfAPage)) && NextPage(columns)) continue;
            var count = isRest ? Math.Max(height - done, 1) : Math.Max(room, 1);
            AddSlice(columns, cells, nodes, done, count);
            done += count;
        }
    }

    private int LinesLeft() => (int)((_y - Bottom - (2 * Padding)) / CellLine);

    // Headings so long that nothing fits under them are not repeated.
    private bool NextPage(TableColumns columns)
    {
        if (_y > PageSheet.Height - Margin - columns.HeadHeight - CellLine) return false;
        _page = NewPage();
        if (columns.LinesOfAPage < 3) return true;
        _page.BeginArtifact("/Type /Pagination");
        DrawCells(columns, columns.Headings, 0, columns.Headings.Max(cell => cell.Count), static (_, draw) => draw());
        _page.End();
        FinishSlice(columns, columns.Headings.Max(cell => cell.Count));
        return true;
    }

    private void AddSlice(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> cells, IReadOnlyList<StructureNode> nodes, int from, int count)
    {
        DrawCells(columns, cells, from, count, (cell, draw) =>
        {
            _page.Begin(nodes[cell]);
            draw();
            _page.End();
        });
        FinishSlice(columns, count);
    }

    private void DrawCells(TableColumns columns, IReadOnlyList<IReadOnlyList<TextLine>> cells, int from, int count, Action<int, Action> mark)
    {
        var x = columns.X;
        foreach (var (index, cell) in cells.Index())
        {
            var lines = cell.Skip(from).Take(count).ToList();
            var left = x + Padding;
            var right = x + columns.Widths[index] - Padding;
            if (lines.Count > 0)
            {
                mark(index, () =>
                {
                    foreach (var (row, line) in lines.Index())
                    {
                        var start = columns.Numbers.Contains(index) ? Math.Max(left, right - (line.Width * CellSize / 1000)) : left;
                        _page.Draw(line, CellSize, start, _y - Padding - ((row + 1) * CellLine) + (CellLine - CellSize));
                    }
                });
            }
            x += columns.Widths[index];
        }
    }

    private void FinishSlice(TableColumns columns, int lines)
    {
        _y -= (lines * CellLine) + (2 * Padding);
        _page.BeginArtifact("/Type /Layout");
        _page.Rule(columns.X, _y, columns.Widths.Sum(), 0.5);
        _page.End();
    }

    private static IReadOnlyList<IReadOnlyList<TextLine>> Lines(IReadOnlyList<CellText> cells, double[] widths, bool bold) =>
        [.. cells.Select((cell, index) => LineBreaker.Break(cell.Runs, CellSize, Math.Max(widths[index] - (2 * Padding), 1), bold))];

    // Each column is as wide as its longest word, and the rest goes to those whose text is longer.
    private static double[] Widths(TablePart table, double available)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Select(column =>
        {
            var cells = table.Rows.Select(row => row[column].Runs).Prepend([.. table.Columns[column].Runs.Select(run => run with { Bold = true })]).ToList();
            return (Least: cells.Max(cell => cell.Select(LongestWord).DefaultIfEmpty().Max()) + Extra, Wanted: Math.Min(cells.Max(Length), available) + Extra);
        }).ToList();
        var least = columns.Sum(column => column.Least);
        if (least >= available) return [.. columns.Select(column => column.Least * available / least)];
        var extra = columns.Sum(column => column.Wanted - column.Least);
        return [.. columns.Select(column => column.Least + ((available - least) * (extra > 0 ? (column.Wanted - column.Least) / extra : 1.0 / columns.Count)))];
    }

    private static double LongestWord(TextRun run) =>
        PlainText.Of(run.Text, EmbeddedFont.CanDraw).Split(' ', '\n').Max(word => FontOf(run).Width(word) * CellSize / 1000);

    private static double Length(IEnumerable<TextRun> runs) => runs.Sum(run => FontOf(run).Width(PlainText.Of(run.Text, EmbeddedFont.CanDraw).Replace('\n', ' ')) * CellSize / 1000);

    private static EmbeddedFont FontOf(TextRun run) => run.Bold ? EmbeddedFont.Bold : EmbeddedFont.Regular;

    private sealed record TableColumns(double X, double[] Widths, IReadOnlyList<IReadOnlyList<TextLine>> Headings, IReadOnlySet<int> Numbers)
    {
        public double HeadHeight { get; } = (Headings.Max(cell => cell.Count) * CellLine) + (2 * Padding);

        public int LinesOfAPage => (int)((PageSheet.Height - Margin - Bottom - HeadHeight - (2 * Padding)) / CellLine);
    }
}
