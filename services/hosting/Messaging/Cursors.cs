using System.Globalization;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Hosting.Messaging;

/// <summary>Cursors of Watch streams: opaque to callers, a position to us.</summary>
public static class Cursors
{
    /// <summary>The position a caller resumes after: 0 for empty, the newest for <c>now</c>.</summary>
    /// <exception cref="RefusedException">Not a cursor of ours.</exception>
    public static async Task<long> ReadAsync<TDb>(string cursor, LogReader<TDb> reader, CancellationToken cancellation) where TDb : LogDb => cursor switch
    {
        "" => 0,
        "now" => await reader.HeadAsync(cancellation),
        _ when long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position) => position,
        _ => throw new RefusedException(new(CommonReasons.InvalidCursor, "The cursor was not given by this stream.")),
    };

    /// <summary>The cursor of a position.</summary>
    public static string Write(long position) => position.ToString(CultureInfo.InvariantCulture);
}
