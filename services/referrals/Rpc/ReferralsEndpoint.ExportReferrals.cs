using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    private const int ExportedAtOnce = 100;

    public override async Task ExportReferrals(Contract.ExportReferralsRequest request, IServerStreamWriter<Contract.ExportReferralsResponse> responseStream, ServerCallContext context)
    {
        var institution = Caller.Of(context).Institution;
        var violations = new Violations();
        var filter = WorklistRules.Read(new() { SentFromDate = request.SentFromDate, SentUntilDate = request.SentUntilDate }, violations);
        violations.ThrowIfAny();

        var question = new WorklistQuestion(institution, Worklist.All, filter, clock.GetUtcNow());
        await SendAsync(responseStream, DoraFile.Header, context.CancellationToken);
        WorklistPosition? after = null;
        do
        {
            var page = await PageAsync(question, after, context.CancellationToken);
            var lines = new StringBuilder();
            foreach (var row in page.Rows) lines.Append(await LineAsync(row, institution, context.CancellationToken));
            if (lines.Length > 0) await SendAsync(responseStream, lines.ToString(), context.CancellationToken);
            after = page.Next;
        }
        while (after is not null);
    }

    // A database is held for a page, not for as long as a slow reader takes.
    private async Task<WorklistPage> PageAsync(WorklistQuestion question, WorklistPosition? after, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await WorklistPages.ReadAsync(db, question, after, ExportedAtOnce, cancellation);
    }

    // As the file of the referral shows it to that party, and nothing more.
    private async Task<string> LineAsync(WorklistRow row, string institution, CancellationToken cancellation) =>
        await store.FindAsync(row.Name, long.MaxValue, cancellation) is { } stored && stored.Referral.SideOf(institution) is { } side
            ? DoraFile.Line(ReferralMapper.ToMessage(stored, side))
            : "";

    private static Task SendAsync(IServerStreamWriter<Contract.ExportReferralsResponse> writer, string text, CancellationToken cancellation) =>
        writer.WriteAsync(new() { Content = ByteString.CopyFromUtf8(text) }, cancellation);
}
