using System.Globalization;

namespace Reseau.Journeys.Local;

/// <summary>The TCP ports a process listens on, as Linux tells them.</summary>
public static class ListeningPorts
{
    private const string Listening = "0A";

    /// <summary>The ports of a process.</summary>
    public static IReadOnlyList<int> Of(int processId)
    {
        var root = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}");
        var sockets = Directory.EnumerateFiles($"{root}/fd").Select(Target).ToHashSet(StringComparer.Ordinal);
        // sl local_address rem_address st … inode, after a line of titles.
        return [.. ((string[])[$"{root}/net/tcp", $"{root}/net/tcp6"]).Where(File.Exists).SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[3] == Listening && sockets.Contains($"socket:[{row[9]}]"))
            .Select(row => int.Parse(row[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Distinct()];
    }

    private static string Target(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return ""; // closed meanwhile
        }
    }
}
