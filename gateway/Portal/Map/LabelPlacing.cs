namespace Reseau.Gateway.Portal.Map;

/// <summary>Chooses the names that fit: each under its point, none over a mark or another name.</summary>
internal sealed class LabelPlacing(MapFrame frame)
{
    private const double LetterWidth = 6.4;
    private const double LineHeight = 13;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    public void Avoid(MapMarker marker) =>
        _taken.Add((marker.X - marker.Half, marker.Y - MarkerGroups.Half, marker.X + marker.Half, marker.Y + MarkerGroups.Half));

    /// <summary>Takes the room for a text centred on a line; false when there is none.</summary>
    public bool TryPlace(double x, double line, string text)
    {
        var half = text.Length * LetterWidth / 2;
        var box = (Left: x - half, Top: line - LineHeight, Right: x + half, Bottom: line + 3);
        if (box.Left < 2 || box.Right > MapFrame.Width - 2 || box.Top < 2 || box.Bottom > frame.Height - 2) return false;
        if (_taken.Exists(other => box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom)) return false;
        _taken.Add(box);
        return true;
    }

    /// <summary>Keeps a corner free, for the scale.</summary>
    public void AvoidCorner(double width, double height) => _taken.Add((0, frame.Height - height, width, frame.Height));
}
