using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Privacy;

public sealed class RefusingSocialSecurityNumbers(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    // Invented: a woman of May 2085.
    private const string Nir = "2850578006084";
    private const string WithKey = "285057800608441";

    // Written by the server, or compared and never kept.
    private static readonly string[] NeverKept =
    [
        "etag", "referral.name", "referral.etag", "referral.service_display_name", "referral.sender", "referral.recipient", "referral.appointment.place",
        "referral.decline_reasons", "referral.timeline.institution", "referral.timeline.type", "referral.timeline.message",
        "referral.timeline.reminder", "referral.timeline.attachment.name", "referral.timeline.attachment.file_name", "referral.redirected_from", "referral.redirected_to",
        "referral.chain.referral", "referral.chain.service", "referral.chain.service_display_name", "referral.chain.recipient", "referral.conventions", "referrals.etag",
    ];

    // Every text of every request that changes something: a method or a field that somebody adds is here by itself.
    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var method in ReferralsService.Descriptor.Methods.Where(method => method.InputType.FindFieldByName("request_id") is not null))
            {
                foreach (var path in PathsOf(method.InputType, "").Except(NeverKept)) texts.Add(method.Name, path);
            }
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_text_of_a_request_takes_one_and_the_refusal_does_not_repeat_it(string method, string path)
    {
        foreach (var text in (string[])[Nir, WithKey, "Son numéro : 2 85 05 78 006 084 41, merci."])
        {
            var refused = await CallAsync(method, path, text);

            Assert.NotNull(refused);
            Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
            Assert.Contains(DetailOf<BadRequest>(refused).FieldViolations, violation => violation.Field == path || violation.Field.StartsWith(path + "[", StringComparison.Ordinal));
            Assert.DoesNotContain((string[])["78006", "78 006"], digits => StatusOf(refused).ToString().Contains(digits, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_texts_that_are_never_kept_are_fields_of_the_contract()
    {
        var all = ReferralsService.Descriptor.Methods.SelectMany(method => PathsOf(method.InputType, "")).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(NeverKept.Where(path => !all.Contains(path)));
        Assert.True(Texts.Count > 30);
    }

    private static IEnumerable<string> PathsOf(MessageDescriptor message, string prefix) => message.Fields.InDeclarationOrder().SelectMany(field => field.FieldType switch
    {
        FieldType.String => [prefix + field.Name],
        FieldType.Message => PathsOf(field.MessageType, $"{prefix}{field.Name}."),
        _ => (IEnumerable<string>)[],
    });

    private async Task<RpcException?> CallAsync(string method, string path, string text)
    {
        var descriptor = ReferralsService.Descriptor.FindMethodByName(method);
        var request = descriptor.InputType.Parser.ParseFrom(ByteString.Empty);
        var target = request;
        var steps = path.Split('.');
        foreach (var step in steps[..^1]) target = Inner(target, target.Descriptor.FindFieldByName(step));
        // What is asked of a consent is asked once it was given.
        if (target is Consent consent) consent.Given = true;
        // Of several referrals at once, reasons are given to a refusal.
        if (request is MoveReferralsRequest several) several.Action = Referral.Types.Action.Decline;
        var last = target.Descriptor.FindFieldByName(steps[^1]);
        if (last.IsRepeated) ((IList)last.Accessor.GetValue(target)).Add(text);
        else last.Accessor.SetValue(target, text);

        var invoker = await host.AsAsync("si-ccas-rennes");
        var raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
        try
        {
            await invoker.AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, descriptor.Service.FullName, method, raw, raw), null, default, request.ToByteArray());
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static IMessage Inner(IMessage message, FieldDescriptor field)
    {
        var inner = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(inner);
        else field.Accessor.SetValue(message, inner);
        return inner;
    }
}
