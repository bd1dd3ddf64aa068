using System.Text;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>What stays behind: what the process wrote, and its files.</summary>
public static class Traces
{
    /// <summary>None of these words is in it.</summary>
    public static async Task AssertNoneAsync(RunningEdition running, IReadOnlyCollection<string> words)
    {
        Assert.DoesNotContain(words, running.Edition.Output.Contains);
        var searched = 0;
        foreach (var file in running.Data.Files.Where(file => new FileInfo(file).Length > 0 && Path.GetFileName(file) != "lock"))
        {
            searched++;
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var word in words)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{word} in {Path.GetFileName(file)}");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) < 0, $"{word} in {Path.GetFileName(file)}");
            }
        }
        Assert.True(searched >= 4, $"{searched} files");
    }
}
