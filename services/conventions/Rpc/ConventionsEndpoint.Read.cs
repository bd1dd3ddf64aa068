using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Showing, listing, following up, and checking a hash.</summary>
internal sealed partial class ConventionsEndpoint
{
    private const int TitleLength = 100;

    public override async Task<Contract.Convention> GetConvention(Contract.GetConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        violations.ThrowIfAny();
        return await AnswerAsync(new(name, long.MaxValue), Caller.Of(context), context.CancellationToken);
    }

    public override async Task<Contract.ListConventionsResponse> ListConventions(Contract.ListConventionsRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        var asked = Question(request, caller);
        var question = $"conventions/{asked.Institution}/{asked.SeesAll}/{asked.Filter.Question}";
        var after = Paging.Read(request.PageToken, question, parts: 2, token => new ConventionPosition(int.Parse(token[0], CultureInfo.InvariantCulture), token[1]));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (rows, next) = await ConventionPages.ReadAsync(db, asked, after, Paging.Size(request.PageSize), cancellation);

        var answer = new Contract.ListConventionsResponse
        {
            NextPageToken = next is null ? "" : Paging.Token(question, next.EndDay.ToString(CultureInfo.InvariantCulture), next.Name),
        };
        var today = Today;
        answer.Conventions.AddRange(rows.Select(row => ConventionMapper.ToMessage(ConventionView.Read(row), caller, today)));
        return answer;
    }

    public override async Task<Contract.FollowUp> GetFollowUp(Contract.GetFollowUpRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        violations.ThrowIfAny();
        var stored = await SeenAsync(name, long.MaxValue, Caller.Of(context), context.CancellationToken);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        return await FollowUpReader.ReadAsync(db, stored.Convention, Today, context.CancellationToken);
    }

    public override async Task<Contract.CheckDocumentResponse> CheckDocument(Contract.CheckDocumentRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        CheckHash(request.DocumentSha256, violations);
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.Conventions.AsNoTracking().Where(row => row.SignedSha256 == request.DocumentSha256).FirstOrDefaultAsync(context.CancellationToken);
        return new()
        {
            Validity = row is null ? Contract.CheckDocumentResponse.Types.Validity.Unknown
                : ConventionView.Read(row).IsInForce(Today) ? Contract.CheckDocumentResponse.Types.Validity.InForce : Contract.CheckDocumentResponse.Types.Validity.NotInForce,
        };
    }

    private static ConventionQuestion Question(Contract.ListConventionsRequest request, Caller caller)
    {
        var violations = new Violations();
        if (request.States.Any(state => state == Contract.Convention.Types.State.Unspecified || !Enum.IsDefined(state)))
            violations.Add("states", "UNKNOWN_VALUE", "A state is not in the list.", "Un état n'est pas dans la liste.");
        if (!Enum.IsDefined(request.Kind)) violations.Add("kind", "UNKNOWN_VALUE", "The kind is not in the list.", "Cette nature n'est pas dans la liste.");
        var filter = new ConventionFilter
        {
            States = [.. request.States.Select(state => (ConventionState)state).Distinct()],
            Kind = request.Kind == Contract.ConventionKind.Unspecified ? null : (ConventionKind)request.Kind,
            Institution = request.Institution.Length == 0 ? "" : ContentRules.Institution(request.Institution, "institution", violations),
            EndsBefore = violations.Day("ends_before", request.EndsBefore),
            ToSign = request.ToSign,
            PlainTitle = PlainWords.Of(violations.Optional("title", request.Title, TitleLength)),
        };
        violations.ThrowIfAny();
        return new(caller.Institution, caller.LooksAfterNetwork, filter);
    }
}
