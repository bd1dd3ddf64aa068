using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Conventions.V1;
using Reseau.Journeys.Local;
using Reseau.Testing.Contracts;
using Party = Reseau.Journeys.Local.Party;

namespace Reseau.Journeys.Rpc;

public sealed class BeingRefusedAConvention(RunningEdition running) : RpcJourney(running)
{
    // Between the CCAS and the CAF, of the demo network.
    private const string Theirs = "conventions/demo-engagement";
    private const string Missing = "conventions/00000000000000000000000000000000";

    private static readonly string[] OfNoConvention = ["CreateConvention", "ListConventions", "ExportConventions", "WatchConventions", "CheckDocument"];

    private static IEnumerable<MethodDescriptor> Methods =>
        ((ServiceDescriptor[])[ConventionsService.Descriptor, TemplatesService.Descriptor, BodiesService.Descriptor, PoliciesService.Descriptor]).SelectMany(service => service.Methods);

    [Fact]
    public async Task A_convention_of_others_and_one_that_does_not_exist_look_the_same_to_every_method()
    {
        using var yann = await Party.SignInAsync(Edition, "yann.responsable");
        using var marc = await Party.SignInAsync(Edition, "marc.cdas");
        Assert.Equal(Theirs, (await yann.Conventions.GetConventionAsync(new() { Name = Theirs })).Name);

        foreach (var stranger in (Party[])[marc, Network.MissionLocale])
        {
            var (foreign, missing) = (await AnswersAsync(stranger.Conventions, Theirs), await AnswersAsync(stranger.Conventions, Missing));

            Assert.Equal(ConventionsService.Descriptor.Methods.Count - OfNoConvention.Length, foreign.Count);
            Assert.All(foreign, refused => Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED"), (refused.Code, refused.Reason)));
            Assert.Equal(missing.Select(Words), foreign.Select(Words));
        }
    }

    [Fact]
    public async Task Without_token_no_method_answers_but_the_check_of_a_hash()
    {
        using var channel = GrpcChannel.ForAddress(Edition.GrpcUrl);
        using var nobody = Party.Nobody(Edition.GrpcUrl);

        foreach (var method in Methods.Where(method => method.Name != "CheckDocument"))
        {
            var (code, reason) = await EveryMethod.CallAsync(channel.CreateCallInvoker(), method);
            Assert.Equal((method.Name, StatusCode.Unauthenticated, "UNAUTHENTICATED"), (method.Name, code, reason));
        }

        var answer = await nobody.Conventions.CheckDocumentAsync(new() { DocumentSha256 = new('0', 64) });
        Assert.Equal(CheckDocumentResponse.Types.Validity.Unknown, answer.Validity);
    }

    // Every method that is about one convention.
    private static async Task<List<Refused>> AnswersAsync(ConventionsService.ConventionsServiceClient caller, string name)
    {
        var content = new Content { Title = "Un titre", Kind = ConventionKind.Engagement, Clauses = { new Clause { Key = "objet", Title = "Objet", Text = "Un texte." } } };
        var answers = new List<Refused>
        {
            await Refused.ByAsync(caller.GetConventionAsync(new() { Name = name })),
            await Refused.ByAsync(caller.UpdateConventionAsync(new() { Name = name, Etag = "\"1\"", Content = content, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.ProposeConventionAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.CommentConventionAsync(new() { Name = name, Text = "À préciser.", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.SignConventionAsync(new() { Name = name, DocumentSha256 = new('0', 64), MandateHeld = true, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.DeclineConventionAsync(new() { Name = name, Reason = "Non.", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.WithdrawConventionAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.SuspendConventionAsync(new() { Name = name, Reason = "Travaux.", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.ResumeConventionAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.TerminateConventionAsync(new() { Name = name, Reason = "Fin.", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.AmendConventionAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.KeepCommitmentAsync(new() { Name = name, Commitment = "local", Kept = true, Evidence = "Vu.", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.ReachStepAsync(new() { Name = name, Step = "reunion", RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.RecordPaymentAsync(new() { Name = name, Funding = "etat", PaidCents = 1, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.CompareVersionsAsync(new() { Name = name, FromVersion = 1, ToVersion = 2 })),
            await Refused.ByAsync(caller.GetFollowUpAsync(new() { Name = name })),
        };
        foreach (var call in (AsyncServerStreamingCall<FileChunk>[])[caller.DownloadDocument(new() { Name = name }), caller.DownloadEvidence(new() { Name = name })])
        {
            using (call) answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None))));
        }
        return answers;
    }

    private static (StatusCode, string, string, int) Words(Refused refused) => (refused.Code, refused.Reason, refused.French, refused.Facts.Count);
}
