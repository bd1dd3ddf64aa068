using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Reseau.Load;

/// <summary>
/// Sleeps until an instant, to a tenth of a millisecond: .NET's own timers round to whole milliseconds, which is the size
/// of what is measured here, and spinning would take a core from the server beside us.
/// </summary>
internal static partial class Pacer
{
    /// <summary>Returns at that timestamp of <see cref="Stopwatch"/>, or at once when it has passed.</summary>
    public static void SleepUntil(long timestamp)
    {
        while (timestamp - Stopwatch.GetTimestamp() is > 0 and var left)
        {
            if (!OperatingSystem.IsLinux())
            {
                Thread.Sleep(1);
                continue;
            }
            var nanoseconds = (long)((double)left / Stopwatch.Frequency * 1e9);
            var pause = new TimeSpec { Seconds = (nint)(nanoseconds / 1_000_000_000), Nanoseconds = (nint)(nanoseconds % 1_000_000_000) };
            _ = Sleep(in pause, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sleep(in TimeSpec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
