using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Reseau.Access.V1;
using Reseau.Hosting.Access;

namespace Reseau.Architecture.Tests;

public sealed partial class WritingContracts
{
    private static readonly FileDescriptor[] Ours =
        [.. typeof(AccessReflection).Assembly.GetTypes().Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
            .Where(file => file.Package.StartsWith("reseau.", StringComparison.Ordinal))];

    private static readonly string[] Readings = ["Get", "List", "Search", "Suggest", "Watch", "Read", "Export", "Download", "Compare", "Check"];

    // A seat is asked for, given back and signed for whatever else happened in its session meanwhile; what one erases or claims goes whatever it says; an answer is to the
    // questions, which stay once a campaign is open.
    private static readonly string[] WhateverTheVersion =
        ["ClaimProfessional", "EraseProfessional", "Enrol", "ApproveEnrolment", "RefuseEnrolment", "WithdrawEnrolment", "RecordAttendance", "Evaluate", "AnswerCampaign"];

    public static TheoryData<string> Methods => [.. Ours.SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(method => method.FullName)];

    [Theory, MemberData(nameof(Methods))]
    public void Every_method_says_who_may_call_it(string name)
    {
        var rule = AccessRules.RuleOf(Find(name));

        Assert.NotNull(rule);
        Assert.NotEqual(Scope.Unspecified, rule.Scope);
        Assert.Equal(rule.Scope == Scope.Public, rule.Roles.Count == 0);
        Assert.DoesNotContain(Role.Unspecified, rule.Roles);
        Assert.Equal(rule.Roles.Distinct(), rule.Roles);
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_method_that_changes_something_takes_a_request_id_and_only_such_a_one(string name)
    {
        var method = Find(name);

        // A file that is sent piece by piece says first what it is: an import's name is its request id.
        var header = method.InputType.FindFieldByName("header")?.MessageType;
        if (method.IsClientStreaming) Assert.Equal(FieldType.String, (header?.FindFieldByName("request_id") ?? header?.FindFieldByName("name"))?.FieldType);
        else Assert.Equal(!IsReading(method), method.InputType.FindFieldByName("request_id")?.FieldType == FieldType.String);
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_method_that_changes_something_is_not_public(string name)
    {
        var method = Find(name);

        Assert.True(IsReading(method) || AccessRules.RuleOf(method)?.Scope != Scope.Public);
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_method_that_changes_a_resource_takes_the_version_the_caller_saw(string name)
    {
        var method = Find(name);
        // The records of a file have no versions.
        if (IsReading(method) || method.IsClientStreaming) return;
        // What is created has no version yet.
        if (method.Name.StartsWith("Create", StringComparison.Ordinal) || WhateverTheVersion.Contains(method.Name)) return;

        // In the request, or in the record that it carries.
        var etag = method.InputType.FindFieldByName("etag")
            ?? method.InputType.Fields.InDeclarationOrder().Select(field => field.FieldType == FieldType.Message ? field.MessageType.FindFieldByName("etag") : null).FirstOrDefault(found => found is not null);
        Assert.Equal(FieldType.String, etag?.FieldType);
    }

    [Theory, MemberData(nameof(Methods))]
    public void Every_List_and_Search_pages(string name)
    {
        var method = Find(name);
        if (!method.Name.StartsWith("List", StringComparison.Ordinal) && !method.Name.StartsWith("Search", StringComparison.Ordinal)) return;

        Assert.Equal(FieldType.Int32, method.InputType.FindFieldByName("page_size")?.FieldType);
        Assert.Equal(FieldType.String, method.InputType.FindFieldByName("page_token")?.FieldType);
        Assert.Equal(FieldType.String, method.OutputType.FindFieldByName("next_page_token")?.FieldType);
    }

    [Theory, MemberData(nameof(Methods))]
    public void Every_Watch_streams_from_a_cursor(string name)
    {
        var method = Find(name);
        if (!method.Name.StartsWith("Watch", StringComparison.Ordinal)) return;

        Assert.True(method.IsServerStreaming);
        Assert.Equal(FieldType.String, method.InputType.FindFieldByName("cursor")?.FieldType);
        Assert.Equal(FieldType.String, method.OutputType.FindFieldByName("cursor")?.FieldType);
    }

    [Fact]
    public void Every_service_shows_its_changes_on_a_Watch() => Assert.All(
        // What a person wants to be told of is nobody else's news, and figures are computed when asked for. Models and committees are read
        // where they are shown, and so is all of training; policies are announced on the topic of the service.
        Ours.SelectMany(file => file.Services).Where(service => service.File.Package != "reseau.training.v1"
            && service.Name is not ("LogService" or "NotificationsService" or "FiguresService" or "TemplatesService" or "BodiesService" or "PoliciesService")),
        service => Assert.Contains(service.Methods, method => method.Name.StartsWith("Watch", StringComparison.Ordinal)));

    [Fact]
    public void Every_enum_starts_with_an_unspecified_zero() => Assert.All(
        Ours.SelectMany(file => file.EnumTypes.Concat(file.MessageTypes.SelectMany(message => message.EnumTypes))),
        type => Assert.EndsWith("_UNSPECIFIED", type.FindValueByNumber(0)?.Name, StringComparison.Ordinal));

    [Fact]
    public void Everything_is_explained_in_the_line_above_it()
    {
        var silent = from file in Tree.Files(".proto")
                     where file.StartsWith("proto/reseau/", StringComparison.Ordinal)
                     let lines = Tree.Read(file).Split('\n')
                     from line in Enumerable.Range(1, lines.Length - 1)
                     where Declaration().IsMatch(lines[line]) && !lines[line - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)
                     select $"{file}:{line + 1} {lines[line].Trim()}";

        Assert.Empty(silent);
    }

    private static bool IsReading(MethodDescriptor method) => Readings.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    private static MethodDescriptor Find(string name) => Ours.SelectMany(file => file.Services).SelectMany(service => service.Methods).Single(method => method.FullName == name);

    [GeneratedRegex(@"^\s*((service|rpc|message|enum|oneof)\s+\w+|((repeated|optional)\s+)?[\w.]+(<[^>]*>)?\s+\w+\s*=\s*\d+\s*[;\[]|[A-Z][A-Z0-9_]*\s*=\s*\d+\s*;)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
