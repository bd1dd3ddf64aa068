using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Reseau.Kernel;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// One scan by clamd over its INSTREAM command (man 8 clamd): pieces with their length before them, a length of zero at the end,
/// then the verdict. An antivirus that is configured and does not answer is a reason to wait, not to let documents through.
/// </summary>
internal sealed class ClamdScan : IAsyncDisposable
{
    private const int LongestAnswer = 1024;

    private readonly TcpClient _connection = new();
    private readonly TimeSpan _timeout;

    private ClamdScan(TimeSpan timeout) => _timeout = timeout;

    /// <summary>Connects and announces a stream.</summary>
    public static async Task<ClamdScan> BeginAsync(AntivirusOptions options, CancellationToken cancellation)
    {
        var scan = new ClamdScan(options.Timeout);
        try
        {
            return await scan.TryAsync(async token =>
            {
                await scan._connection.ConnectAsync(options.Host, options.Port, token);
                await scan._connection.GetStream().WriteAsync("zINSTREAM\0"u8.ToArray(), token);
                return scan;
            }, cancellation);
        }
        catch
        {
            await scan.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands the next bytes over.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) => content.Length == 0 ? Task.CompletedTask : TryAsync(async token =>
    {
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        await _connection.GetStream().WriteAsync(length, token);
        await _connection.GetStream().WriteAsync(content, token);
        return true;
    }, cancellation);

    /// <summary>Ends the stream and waits for the verdict.</summary>
    public Task<bool> IsCleanAsync(CancellationToken cancellation) => TryAsync(async token =>
    {
        await _connection.GetStream().WriteAsync(new byte[sizeof(uint)], token);
        var answer = await ReadAsync(token);
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal)) return false;
        // A limit of clamd, or an error: nobody has looked at the document.
        return answer.EndsWith(": OK", StringComparison.Ordinal) ? true : throw new IOException("clamd gave no verdict.");
    }, cancellation);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await _connection.GetStream().ReadAsync(answer.AsMemory(length), cancellation) is var read and > 0)
        {
            length += read;
            if (answer[length - 1] == 0) break;
        }
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_timeout);
        try
        {
            return await step(patience.Token);
        }
        catch (Exception failure) when (failure is IOException or SocketException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new RefusedException(new("ANTIVIRUS_UNAVAILABLE", "The antivirus does not answer; try again."));
        }
    }
}
