using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Partners.Formats;
using Reseau.Partners.Imports;
using Reseau.Partners.V1;
using Reseau.Partners.Views;
using Reseau.Testing;
using Reseau.Testing.Hosts;

namespace Reseau.Partners.Tests.Imports;

public sealed class KeepingOneBatchWhileReadingTheNext(PartnersHost host) : IClassFixture<PartnersHost>, IAsyncLifetime
{
    private readonly ImportJob _job = new(Uploads.NewName(), DirectoryFormat.DataInclusionNdjson, "caf-35", DryRun: false, "caf-35", "si-caf-35", ReachesAll: false, "");

    public async Task InitializeAsync()
    {
        var admin = await host.ClientAsync("admin.reseau");
        await admin.RegisterInstitutionAsync(new() { Institution = new() { Name = "institutions/caf-35", DisplayName = "CAF", Typology = "CAF" }, RequestId = Guid.NewGuid().ToString() });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_batch_that_cannot_be_kept_ends_the_import_and_the_same_file_goes_on_after_the_one_before()
    {
        byte[][] file = [.. Uploads.Ndjson("torn", 400, 4)];
        var full = new Gate(Writer, write => write == 2 ? Task.FromException(new IOException("The disk is full.")) : Task.CompletedTask);

        await Assert.ThrowsAsync<IOException>(() => RunAsync(full, file));

        Assert.Equal((500, 2), ((await StandingAsync()).Records, full.Writes));
        await RunAsync(Writer, file);
        var done = await StandingAsync();
        Assert.Equal((2000, 2000, 0), (done.Records, done.Created, done.Refused));
        Assert.Equal(2000, await host.ReadAsync(db => db.Events.CountAsync(e => e.Stream.Contains("--torn-"))));
        Assert.Null((await host.Services.GetRequiredService<LogVerifier<PartnersDb>>().VerifyAsync(null, CancellationToken.None)).FirstAltered);
    }

    [Fact]
    public async Task The_next_batch_is_read_before_this_one_is_kept()
    {
        // 2 MiB make a batch, and 1 MiB waits between sender and reader: the fifth only comes once the second batch is being read.
        var line = Encoding.UTF8.GetBytes(Uploads.Structure("wide"));
        var wide = new byte[4 << 10];
        wide.AsSpan().Fill((byte)' ');
        line.CopyTo(wide, 0);
        wide[^1] = (byte)'\n';
        var fifth = new TaskCompletionSource();
        var gate = new Gate(Writer, write => write == 1 ? fifth.Task.WaitAsync(Eventually.Patience) : Task.CompletedTask);

        await RunAsync(gate, Enumerable.Range(0, 2_000).Select(i =>
        {
            if (i == 4 << 8) fifth.SetResult();
            return wide;
        }));

        Assert.Equal(2_000, (await StandingAsync()).Records);
    }

    [Fact]
    public async Task Once_a_cancelled_import_has_returned_nothing_more_is_written()
    {
        using var cancelling = new CancellationTokenSource();
        var (writing, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var gate = new Gate(Writer, _ =>
        {
            writing.TrySetResult();
            return release.Task;
        });
        var run = RunAsync(gate, Uploads.Ndjson("stopped", 400, 4), cancelling.Token);
        await writing.Task.WaitAsync(Eventually.Patience);

        await cancelling.CancelAsync();
        Assert.False(run.IsCompleted);
        release.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal((0, 1), ((await StandingAsync()).Records, gate.Writes));
    }

    private ILogWriter<PartnersDb> Writer => host.Services.GetRequiredService<ILogWriter<PartnersDb>>();

    private Task<ImportRow> StandingAsync() => host.ReadAsync(db => db.Imports.AsNoTracking().SingleAsync(import => import.Name == _job.Name));

    private async Task RunAsync(ILogWriter<PartnersDb> writer, IEnumerable<byte[]> file, CancellationToken cancellation = default)
    {
        var services = host.Services;
        var importer = new DirectoryImporter(
            new(writer, services.GetRequiredService<ServiceLog<PartnersDb>>()), writer, services.GetRequiredService<ManyStreams<PartnersDb>>(), services.GetRequiredService<ImportLedger>(),
            services.GetRequiredService<DirectoryFiles>(), TimeProvider.System);
        await using var content = new FileContent(PiecesAsync(file), cancellation);
        await importer.RunAsync(_job, content, cancellation);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(IEnumerable<byte[]> file)
    {
        await Task.Yield();
        foreach (var piece in file) yield return piece;
    }

    /// <summary>A writer that waits, or fails, before it begins.</summary>
    private sealed class Gate(ILogWriter<PartnersDb> writer, Func<int, Task> pass) : ILogWriter<PartnersDb>
    {
        public int Writes { get; private set; }

        public async Task<T> WriteAsync<T>(Func<PartnersDb, CancellationToken, Task<T>> work, CancellationToken cancellation)
        {
            await pass(++Writes);
            return await writer.WriteAsync(work, cancellation);
        }
    }
}
