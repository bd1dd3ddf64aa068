using System.Globalization;
using System.Text;
using Dapr.Client;

namespace Reseau.Hosting.Messaging;

/// <summary>
/// How far a board has said its log in the shared state, kept beside what it said: a state that was lost, emptied or brought back from a copy
/// knows less than the log, and is told again from there.
/// </summary>
/// <param name="dapr">The way to the shared state.</param>
/// <param name="board">Name of the board, its own among all services.</param>
public sealed class BoardCursor(DaprClient dapr, string board)
{
    private string Key => $"board:{board}";

    /// <summary>The position up to which everything is said; 0 in a state that knows of nothing.</summary>
    public async Task<long> ReadAsync(CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetString((await dapr.GetByteStateAsync(Topics.SharedState, Key, cancellationToken: cancellation)).Span);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
    }

    /// <summary>Everything up to a position is said. A replica that is behind may move it back: some of it is then said twice, which changes nothing.</summary>
    public Task MoveAsync(long position, CancellationToken cancellation) =>
        dapr.SaveByteStateAsync(Topics.SharedState, Key, Encoding.UTF8.GetBytes(position.ToString(CultureInfo.InvariantCulture)), cancellationToken: cancellation);
}
