namespace Reseau.Benchmarks.Data;

/// <summary>The words records are made of, from <c>phrases.txt</c>: under a heading, names begin with a star and sentences with a dash.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, (List<string> Names, List<string> Sentences)> _headings = new(StringComparer.Ordinal);

    private Phrases()
    {
        using var file = new StreamReader(typeof(Phrases).Assembly.GetManifestResourceStream(typeof(Phrases), "phrases.txt")!);
        var heading = (Names: new List<string>(), Sentences: new List<string>());
        while (file.ReadLine() is { } line)
        {
            if (line.Length < 3) continue;
            if (line[0] == '#') _headings.Add(line[2..], heading = ([], []));
            else (line[0] == '*' ? heading.Names : heading.Sentences).Add(line[2..]);
        }
    }

    /// <summary>Read once.</summary>
    public static Phrases All { get; } = new();

    public IReadOnlyList<string> Names(string heading) => _headings[heading].Names;

    public IReadOnlyList<string> Sentences(string heading) => _headings[heading].Sentences;
}
