namespace Reseau.Partners.Formats;

/// <summary>A file that cannot be read any further, from a line on.</summary>
internal sealed class UnreadableFileException(int line, string detail) : Exception($"The file cannot be read from record {line} on: {detail}.")
{
    /// <summary>Line or rank of the first record that could not be read; 0 when it is not known.</summary>
    public int Line { get; } = line;

    /// <summary>Which of the sentences of <see cref="FileMessages"/> says why.</summary>
    public string Detail { get; } = detail;
}
