using System.Diagnostics;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Formats;
using Reseau.Partners.Imports;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    public override async Task<Contract.Import> ImportDirectory(IAsyncStreamReader<Contract.ImportDirectoryRequest> requestStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var header = await requestStream.MoveNext(cancellation) ? requestStream.Current.Header : null;
        var job = ReadJob(header ?? new(), context);
        var holder = await store.InstitutionAsync(Names.Institution(job.Institution), long.MaxValue, cancellation);
        if (holder.Content.ArchivedAt is not null) throw new RefusedException(PartnerDecider.HasLeft(job.Institution));
        await using (var content = new FileContent(PiecesAsync(requestStream, cancellation), cancellation)) await importer.RunAsync(job, content, cancellation);
        return await ImportAsync(job.Name, cancellation) ?? throw ImportLedger.NotFound(job.Name);
    }

    public override async Task<Contract.Import> GetImport(Contract.GetImportRequest request, ServerCallContext context)
    {
        var name = Parse(request.Name, Names.Imports, "name").ToString();
        var caller = Caller.Of(context);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var owner = await db.Imports.Where(i => i.Name == name).Select(i => i.Importer).SingleOrDefaultAsync(context.CancellationToken);
        // Nobody learns of the imports of others by asking.
        if (owner is null || (!caller.LooksAfterNetwork && (caller.Institution.Length == 0 || caller.Institution != owner))) throw ImportLedger.NotFound(request.Name);
        return await ImportAsync(name, context.CancellationToken) ?? throw ImportLedger.NotFound(request.Name);
    }

    private static ImportJob ReadJob(Contract.ImportHeader header, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var violations = new Violations();
        var name = ResourceName.Parse(header.Name, Names.Imports, "header.name", violations);
        if (!Guid.TryParse(name.Id, out _)) violations.Add("header.name", "NOT_A_UUID", "The id of an import must be a UUID chosen by the caller.", "L'identifiant de l'import doit être un UUID : rechargez la page et recommencez.");
        var institution = ResourceName.Parse(header.Institution, Names.Institutions, "header.institution", violations);
        if (header.Format == Contract.DirectoryFormat.Unspecified || !System.Enum.IsDefined(header.Format))
            violations.Add("header.format", "REQUIRED", "The format is required.", "Choisissez le format du fichier.");
        violations.ThrowIfAny();
        var job = new ImportJob(
            name.ToString(), header.Format, Names.RawId(institution), header.DryRun, caller.Institution, caller.Subject, caller.LooksAfterNetwork, Activity.Current?.TraceId.ToString() ?? "");
        if (!job.MayWrite(job.Institution)) throw Caller.NotAllowed();
        return job;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        IAsyncStreamReader<Contract.ImportDirectoryRequest> requests, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await requests.MoveNext(cancellation)) yield return requests.Current.Content.Memory;
    }

    private async Task<Contract.Import?> ImportAsync(string name, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Name == name, cancellation);
        if (row is null) return null;
        var remarks = await db.ImportRemarks.AsNoTracking().Where(remark => remark.Import == name).OrderBy(remark => remark.Line).ThenBy(remark => remark.Rank).ToListAsync(cancellation);
        return ToMessage(row, remarks);
    }

    private static Contract.Import ToMessage(ImportRow row, IEnumerable<ImportRemarkRow> remarks)
    {
        var message = new Contract.Import
        {
            Name = row.Name,
            State = (Contract.Import.Types.State)row.State,
            Format = (Contract.DirectoryFormat)row.Format,
            DryRun = row.DryRun,
            Records = row.Records,
            Created = row.Created,
            Updated = row.Updated,
            Unchanged = row.Unchanged,
            Refused = row.Refused,
            RemarkCount = row.RemarkCount,
            CreateTime = row.CreatedAt.ToTimestamp(),
            UpdateTime = row.UpdatedAt.ToTimestamp(),
            Institution = Names.Institution(row.Institution),
        };
        message.Remarks.AddRange(remarks.Select(remark => new Contract.ImportRemark
        {
            Line = remark.Line, Record = remark.Record, Field = remark.Field, Reason = remark.Reason, Text = remark.Text, Suggestion = remark.Suggestion, Refused = remark.Refused,
        }));
        return message;
    }
}
