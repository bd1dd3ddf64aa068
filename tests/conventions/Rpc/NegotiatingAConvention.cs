using System.IO.Compression;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Signing;
using Reseau.Conventions.V1;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Conventions.Tests.Rpc.Network;
using static Reseau.Testing.Contracts.EveryMethod;
using State = Reseau.Conventions.V1.Convention.Types.State;
using Validity = Reseau.Conventions.V1.CheckDocumentResponse.Types.Validity;

namespace Reseau.Conventions.Tests.Rpc;

public sealed class NegotiatingAConvention
{
    [Theory, OnEveryProvider]
    public async Task Two_institutions_negotiate_sign_suspend_and_resume(DatabaseProvider provider)
    {
        await using var running = await RunningAsync(provider);
        var host = running.Host;
        var (yann, nadia, stranger, sofia) = (await host.ClientAsync(Yann), await host.ClientAsync(Nadia), await host.ClientAsync(Stranger), await host.ClientAsync(Sofia));

        var draft = await DraftAsync(host);
        Assert.Equal((State.Draft, 1, "institutions/ccas-rennes", ""), (draft.State, draft.Version, draft.Author, draft.DocumentSha256));
        Assert.Equal(["UpdateConvention", "ProposeConvention", "WithdrawConvention"], draft.Possible);
        foreach (var other in (ConventionsService.ConventionsServiceClient[])[nadia, stranger, sofia]) await RefusedAsync("NOT_ALLOWED", other.GetConventionAsync(new() { Name = draft.Name }));

        var proposed = await yann.ProposeConventionAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() });
        Assert.Equal((State.Proposed, 64), (proposed.State, proposed.DocumentSha256.Length));
        Assert.Equal(["institutions/ccas-rennes", "institutions/caf-35"], proposed.NextSigners);
        var (head, first) = await FileAsync(nadia.DownloadDocument(new() { Name = draft.Name }));
        Assert.Equal((proposed.DocumentSha256, first.Length), (head.Sha256, head.SizeBytes));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(first, 0, 4));
        await nadia.CommentConventionAsync(new() { Name = draft.Name, Clause = "objet", Text = "Précisons le lieu.", RequestId = NewId() });

        var signed = await SignAsync(host, Yann, proposed);
        Assert.Equal((State.PartiallySigned, "Yann Le Goff"), (signed.State, Assert.Single(signed.Signatures).Signer));
        var changed = (await nadia.GetConventionAsync(new() { Name = draft.Name })).Content;
        changed.Values[0].Value_ = "l'agence de la CAF";
        await RefusedAsync("INVALID_REQUEST", nadia.UpdateConventionAsync(new() { Name = draft.Name, Content = changed, RequestId = NewId() }));
        await RefusedAsync("STALE_ETAG", nadia.UpdateConventionAsync(new() { Name = draft.Name, Etag = proposed.Etag, Content = changed, RequestId = NewId() }));
        var second = await nadia.UpdateConventionAsync(new() { Name = draft.Name, Etag = signed.Etag, Content = changed, Comment = "Le lieu exact.", RequestId = NewId() });
        Assert.Equal((State.Proposed, 2, 0), (second.State, second.Version, second.Signatures.Count));
        Assert.NotEqual(proposed.DocumentSha256, second.DocumentSha256);
        Assert.Equal(first, (await FileAsync(yann.DownloadDocument(new() { Name = draft.Name, Version = 1 }))).File);
        await RefusedAsync("DOCUMENT_NOT_THE_ONE_SHOWN", yann.SignConventionAsync(new() { Name = draft.Name, DocumentSha256 = proposed.DocumentSha256, MandateHeld = true, RequestId = NewId() }));
        var part = Assert.Single((await yann.CompareVersionsAsync(new() { Name = draft.Name, FromVersion = 1, ToVersion = 2 })).Parts, part => part.Fate != PartComparison.Types.Fate.Same);
        Assert.Equal("Le CCAS **oriente** vers l'agence de la CAF.", string.Concat(part.Pieces.Where(piece => piece.Change != TextPiece.Types.Change.Deleted).Select(piece => piece.Text)));
        await RefusedAsync("VERSION_NOT_FOUND", yann.CompareVersionsAsync(new() { Name = draft.Name, FromVersion = 1, ToVersion = 3 }));
        await RefusedAsync("VERSION_NOT_FOUND", yann.DownloadDocument(new() { Name = draft.Name, Version = 7 }).ResponseStream.MoveNext(CancellationToken.None));

        var active = await SignAsync(host, Nadia, await SignAsync(host, Yann, second));
        Assert.Equal((State.Active, 2), (active.State, active.Signatures.Count));
        Assert.Equal(Validity.InForce, await ValidityAsync(host, active.DocumentSha256));
        Assert.Equal(Validity.Unknown, await ValidityAsync(host, proposed.DocumentSha256));

        var suspended = await nadia.SuspendConventionAsync(new() { Name = draft.Name, Reason = "Travaux à l'agence.", RequestId = NewId() });
        Assert.Equal((State.Suspended, "Travaux à l'agence.", "institutions/caf-35"), (suspended.State, suspended.Reason, suspended.SuspendedBy));
        Assert.Equal(Validity.NotInForce, await ValidityAsync(host, active.DocumentSha256));
        await RefusedAsync("SUSPENDED_BY_OTHERS", yann.ResumeConventionAsync(new() { Name = draft.Name, RequestId = NewId() }));
        Assert.Equal(State.Active, (await nadia.ResumeConventionAsync(new() { Name = draft.Name, RequestId = NewId() })).State);
        var ended = await yann.TerminateConventionAsync(new() { Name = draft.Name, Reason = "Le service ferme.", RequestId = NewId() });
        Assert.Equal((State.Terminated, "Le service ferme."), (ended.State, ended.Reason));

        Assert.Equal(
            ["convention-drafted", "convention-proposed", "convention-commented", "convention-signed", "convention-revised", "convention-signed", "convention-signed", "convention-suspended", "convention-resumed", "convention-terminated"],
            ended.History.Select(entry => entry.Type));
        Assert.Equal("Nadia Ferrand", Assert.Single(ended.Comments).Author);
        Assert.Equal(ended, await yann.GetConventionAsync(new() { Name = draft.Name }));
        Assert.Equal(draft.Name, (await sofia.GetConventionAsync(new() { Name = draft.Name })).Name);
        await RefusedAsync("NOT_ALLOWED", stranger.GetConventionAsync(new() { Name = draft.Name }));
    }

    [Fact]
    public async Task The_evidence_is_verified_offline_with_every_version()
    {
        await using var running = await RunningAsync();
        var host = running.Host;
        var nadia = await host.ClientAsync(Nadia);
        var proposed = await ProposedAsync(host);
        await RefusedAsync("NOTHING_SIGNED", nadia.DownloadEvidence(new() { Name = proposed.Name }).ResponseStream.MoveNext(CancellationToken.None));
        var partly = await SignAsync(host, Yann, proposed);
        partly.Content.Title = "Convention d'engagement, revue";
        var revised = await nadia.UpdateConventionAsync(new() { Name = partly.Name, Etag = partly.Etag, Content = partly.Content, RequestId = NewId() });
        await SignAsync(host, Nadia, await SignAsync(host, Yann, revised));

        var (head, zip) = await FileAsync(nadia.DownloadEvidence(new() { Name = proposed.Name }));

        using var file = new MemoryStream(zip);
        var report = EvidenceVerifier.Verify(file);
        Assert.True(report.IsValid, string.Join('\n', report.Findings));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(zip)), head.Sha256);
        await using var archive = new ZipArchive(file);
        Assert.Contains(archive.Entries, entry => entry.FullName == $"versions/{proposed.DocumentSha256}.pdf");
    }

    [Fact]
    public async Task The_code_a_party_noted_when_signing_confirms_what_came_before_for_ever()
    {
        await using var running = await RunningAsync();
        var host = running.Host;
        var nadia = await host.ClientAsync(Nadia);
        var proposed = await ProposedAsync(host);
        var partly = await SignAsync(host, Yann, proposed);
        var active = await SignAsync(host, Nadia, partly);
        var ended = await nadia.TerminateConventionAsync(new() { Name = active.Name, Reason = "Le service ferme.", RequestId = NewId() });

        Assert.Empty(proposed.VerificationCode);
        string[] codes = [partly.VerificationCode, active.VerificationCode, ended.VerificationCode];
        Assert.Equal(3, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All((await nadia.ListConventionsAsync(new())).Conventions, listed => Assert.Empty(listed.VerificationCode));
        var (_, zip) = await FileAsync(nadia.DownloadEvidence(new() { Name = active.Name }));
        foreach (var code in codes) Assert.Equal([FindingCode.CodeConfirmed], Findings(code));
        Assert.Equal([FindingCode.JournalRewritten], Findings(active.DocumentSha256));

        IEnumerable<FindingCode> Findings(string code)
        {
            using var file = new MemoryStream(zip);
            return EvidenceVerifier.Verify(file, code).Findings.Select(finding => finding.Code);
        }
    }

    [Fact]
    public async Task Who_signs_otherwise_is_refused_and_says_why()
    {
        var clock = new TestClock();
        await using var running = await RunningAsync(clock: clock);
        var host = running.Host;
        var content = Ready(clock.GetUtcNow());
        content.SigningOrder = Convention.Types.SigningOrder.Sequential;
        content.Parties[1].Mandate = "";
        var proposed = await ProposedAsync(host, content);
        SignConventionRequest Request() => new() { Name = proposed.Name, DocumentSha256 = proposed.DocumentSha256, MandateHeld = true, RequestId = NewId() };
        var (yann, nadia) = (await host.ClientAsync(Yann), await host.ClientAsync(Nadia));

        await RefusedAsync("NOT_YOUR_TURN", nadia.SignConventionAsync(Request()));
        await RefusedAsync("NOT_ALLOWED", (await host.ClientAsync(Stranger)).SignConventionAsync(Request()));
        await RefusedAsync("NOT_ALLOWED", (await host.ClientAsync("si-caf-35")).SignConventionAsync(Request()));
        await RefusedAsync("MANDATE_MISSING", yann.SignConventionAsync(new(Request()) { MandateHeld = false }));
        var request = Request();
        Assert.Equal(State.PartiallySigned, (await yann.SignConventionAsync(request)).State);
        Assert.Equal(State.PartiallySigned, (await yann.SignConventionAsync(request)).State);
        Assert.Single((await yann.SignConventionAsync(Request())).Signatures);
        await RefusedAsync("MANDATE_MISSING", nadia.SignConventionAsync(Request()));
        clock.Advance(TimeSpan.FromMinutes(10));
        var other = await ProposedAsync(host);
        await RefusedAsync("SIGN_IN_TOO_OLD", yann.SignConventionAsync(new(Request()) { Name = other.Name, DocumentSha256 = other.DocumentSha256 }));
        clock.Advance(TimeSpan.FromDays(61));
        await RefusedAsync("PROPOSAL_LAPSED", nadia.SignConventionAsync(Request()));
    }

    [Fact]
    public async Task A_text_of_three_hundred_pages_is_refused_and_one_of_sixty_is_signed()
    {
        await using var running = await RunningAsync();
        var host = running.Host;
        Content OfPages(int pages)
        {
            var content = Ready(host.Clock.GetUtcNow());
            content.Clauses.AddRange(Enumerable.Range(0, pages / 5).Select(i => new Clause { Key = $"article-{i}", Title = "Article", Text = string.Concat(Enumerable.Repeat("Les parties conviennent de ce qui suit. ", 400)) }));
            return content;
        }

        await RefusedAsync("INVALID_REQUEST", (await host.ClientAsync(Yann)).CreateConventionAsync(new() { Content = OfPages(300), RequestId = NewId() }));
        Assert.Equal(State.Proposed, (await ProposedAsync(host, OfPages(60))).State);
    }

    [Fact]
    public async Task An_amendment_replaces_and_what_was_evidenced_stays()
    {
        await using var running = await RunningAsync();
        var host = running.Host;
        var (yann, nadia) = (await host.ClientAsync(Yann), await host.ClientAsync(Nadia));
        var active = await ActiveAsync(host);
        await nadia.KeepCommitmentAsync(new() { Name = active.Name, Commitment = "bureau", Kept = true, Evidence = "Photographie", RequestId = NewId() });
        await yann.ReachStepAsync(new() { Name = active.Name, Step = "reunion", RequestId = NewId() });
        Assert.Equal(300, (await yann.RecordPaymentAsync(new() { Name = active.Name, Funding = "etat", PaidCents = 300, RequestId = NewId() })).Content.Financing.Fundings[0].PaidCents);

        var amendment = await nadia.AmendConventionAsync(new() { Name = active.Name, RequestId = NewId() });
        Assert.Equal((State.Draft, active.Name, false, true), (amendment.State, amendment.Supersedes, amendment.Renewal, amendment.Ready));
        await RefusedAsync("ALREADY_BEING_AMENDED", yann.AmendConventionAsync(new() { Name = active.Name, RequestId = NewId() }));
        await nadia.WithdrawConventionAsync(new() { Name = amendment.Name, RequestId = NewId() });
        amendment = await nadia.AmendConventionAsync(new() { Name = active.Name, RequestId = NewId() });
        var proposed = await nadia.ProposeConventionAsync(new() { Name = amendment.Name, RequestId = NewId() });
        var signed = await SignAsync(host, Nadia, await SignAsync(host, Yann, proposed));

        Assert.Equal((State.Active, 300), (signed.State, signed.Content.Financing.Fundings[0].PaidCents));
        var old = await yann.GetConventionAsync(new() { Name = active.Name });
        Assert.Equal((State.Superseded, signed.Name), (old.State, old.SupersededBy));
        Assert.Equal(Validity.NotInForce, await ValidityAsync(host, active.DocumentSha256));
    }

    [Fact]
    public async Task Time_reminds_and_ends_and_everybody_hears_of_it()
    {
        var clock = new TestClock();
        await using var running = await RunningAsync(clock: clock);
        var host = running.Host;
        var yann = await host.ClientAsync(Yann);
        var (active, waiting) = (await ActiveAsync(host), await ProposedAsync(host));

        await PassingTime.UntilNothingWaitsAsync(clock, TimeSpan.FromDays(3), () => host.ReadAsync(db => db.Conventions.MinAsync(row => row.DueAt)));

        var over = await yann.GetConventionAsync(new() { Name = active.Name });
        Assert.Equal(State.Expired, over.State);
        // Three days pass at once: what falls due within them comes in any order but the end.
        Assert.Equal(["convention-expired", "convention-expiring", "convention-reminded", "convention-reminded", "convention-reminded"], over.History.Skip(4).Select(entry => entry.Type).Order());
        Assert.Equal("convention-expired", over.History[^1].Type);
        Assert.All(over.History.Skip(4), entry => Assert.Empty(entry.Institution));
        Assert.Equal(State.Withdrawn, (await yann.GetConventionAsync(new() { Name = waiting.Name })).State);
        using var watch = yann.WatchConventions(new());
        var reminded = new List<(string Kind, int Days)>();
        while (reminded.Count < 5 && await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Change?.ConventionReminded is { } change) reminded.Add((change.Kind, change.Days));
        }
        Assert.Equal([("ENDING", 7), ("ENDING", 30), ("ENDING", 90), ("MISSING_SIGNATURES", 7), ("MISSING_SIGNATURES", 21)], reminded.Order());
    }

    [Fact]
    public async Task A_convention_of_others_and_one_that_does_not_exist_look_the_same_to_every_method()
    {
        await using var running = await RunningAsync();
        var host = running.Host;
        var active = await ActiveAsync(host);
        var (stranger, sofia) = (await host.ClientAsync(Stranger), await host.ClientAsync(Sofia));
        foreach (var (client, name) in ((ConventionsService.ConventionsServiceClient, string)[])[(stranger, active.Name), (stranger, "conventions/none"), (sofia, "conventions/none")])
        {
            await RefusedAsync("NOT_ALLOWED", client.GetConventionAsync(new() { Name = name }));
            await RefusedAsync("NOT_ALLOWED", client.GetFollowUpAsync(new() { Name = name }));
            await RefusedAsync("NOT_ALLOWED", client.CompareVersionsAsync(new() { Name = name, FromVersion = 1, ToVersion = 1 }));
            await RefusedAsync("NOT_ALLOWED", client.DownloadDocument(new() { Name = name }).ResponseStream.MoveNext(CancellationToken.None));
            await RefusedAsync("NOT_ALLOWED", client.DownloadEvidence(new() { Name = name }).ResponseStream.MoveNext(CancellationToken.None));
        }
        // Who reads all of them changes none.
        Assert.Equal((active.Name, 0), await sofia.GetConventionAsync(new() { Name = active.Name }) is { } seen ? (seen.Name, seen.Possible.Count) : default);
        foreach (var (client, name) in ((ConventionsService.ConventionsServiceClient, string)[])[(stranger, active.Name), (stranger, "conventions/none"), (sofia, active.Name), (sofia, "conventions/none")])
        {
            await RefusedAsync("NOT_ALLOWED", client.UpdateConventionAsync(new() { Name = name, Etag = active.Etag, Content = active.Content, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.ProposeConventionAsync(new() { Name = name, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.CommentConventionAsync(new() { Name = name, Text = "Bonjour.", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.SignConventionAsync(new() { Name = name, DocumentSha256 = active.DocumentSha256, MandateHeld = true, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.DeclineConventionAsync(new() { Name = name, Reason = "Non.", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.WithdrawConventionAsync(new() { Name = name, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.SuspendConventionAsync(new() { Name = name, Reason = "Non.", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.ResumeConventionAsync(new() { Name = name, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.TerminateConventionAsync(new() { Name = name, Reason = "Non.", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.AmendConventionAsync(new() { Name = name, RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.KeepCommitmentAsync(new() { Name = name, Commitment = "bureau", Evidence = "Vu.", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.ReachStepAsync(new() { Name = name, Step = "reunion", RequestId = NewId() }));
            await RefusedAsync("NOT_ALLOWED", client.RecordPaymentAsync(new() { Name = name, Funding = "etat", PaidCents = 1, RequestId = NewId() }));
        }
    }

    private static async Task<Validity> ValidityAsync(ConventionsHost host, string hash) => (await host.Anonymous.CheckDocumentAsync(new() { DocumentSha256 = hash })).Validity;

    private static Task RefusedAsync<T>(string reason, AsyncUnaryCall<T> call) => RefusedAsync(reason, call.ResponseAsync);

    private static async Task RefusedAsync(string reason, Task call) => Assert.Equal(reason, ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call)).Reason);

    private static async Task<Running> RunningAsync(DatabaseProvider provider = default, TestClock? clock = null)
    {
        var host = new ConventionsHost { Provider = provider, Clock = clock ?? new TestClock() };
        await host.InitializeAsync();
        return new(host);
    }

    private sealed record Running(ConventionsHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
