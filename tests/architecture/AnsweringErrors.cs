using System.Text.RegularExpressions;
using Reseau.Hosting.Errors;
using Reseau.Kernel;

namespace Reseau.Architecture.Tests;

public sealed partial class AnsweringErrors
{
    private static readonly (string Service, ErrorCatalogue Catalogue)[] Catalogues =
    [
        ("partners", Partners.Rpc.Errors.Catalogue), ("referrals", Referrals.Rpc.Errors.Catalogue), ("conventions", Conventions.Rpc.Errors.Catalogue), ("training", Training.Rpc.Errors.Catalogue),
    ];

    [Fact]
    public void Reasons_codes_and_sentences_are_those_that_were_approved() => Approval.Verify("errors.txt", Catalogues.SelectMany(entry =>
        entry.Catalogue.All.Select(error => $"{entry.Catalogue.Domain} {error.Reason} {error.Code}: {error.French}").Prepend($"# {entry.Service}")));

    [Fact]
    public void Every_common_reason_is_in_every_catalogue()
    {
        var reasons = typeof(CommonReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(reasons, reason => Assert.All(Catalogues, entry => Assert.NotNull(entry.Catalogue.CodeOf(reason))));
    }

    [Fact]
    public void Every_reason_that_a_service_gives_is_in_its_catalogue()
    {
        var unknown = from entry in Catalogues
                      from file in Tree.Files(".cs")
                      where file.StartsWith($"services/{entry.Service}/", StringComparison.Ordinal) || file.StartsWith("services/hosting/", StringComparison.Ordinal)
                      from reason in Given().Matches(Tree.Read(file)).Select(match => match.Groups["reason"].Value)
                      where entry.Catalogue.CodeOf(reason) is null
                      select $"{file}: {reason}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_reason_of_a_catalogue_is_given_by_its_service()
    {
        var unused = from entry in Catalogues
                     let code = string.Concat(Tree.Files(".cs").Where(file => (file.StartsWith($"services/{entry.Service}/", StringComparison.Ordinal)
                         || file.StartsWith("services/kernel/", StringComparison.Ordinal)) && !file.EndsWith("/Errors.cs", StringComparison.Ordinal)).Select(Tree.Read))
                     from reason in entry.Catalogue.All.Select(error => error.Reason).Except(Common())
                     where !code.Contains($"\"{reason}\"", StringComparison.Ordinal)
                     select $"{entry.Service}: {reason}";

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_reason_that_a_contract_names_exists()
    {
        var unknown = from entry in Catalogues
                      from file in Tree.Files(".proto").Where(file => file.StartsWith($"proto/reseau/{entry.Service}/v1/", StringComparison.Ordinal))
                      from said in Said().Matches(Tree.Read(file)).Select(match => match.Value)
                      from reason in Reason().Matches(said[said.IndexOf(':', StringComparison.Ordinal)..]).Select(match => match.Value)
                      where entry.Catalogue.CodeOf(reason) is null
                      select $"{entry.Service}: {reason}";

        Assert.Empty(unknown);
    }

    private static IEnumerable<string> Common() => typeof(CommonReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("(new Refusal\\(|new\\(|NotFound\\(|NotValid\\()\\s*\"(?<reason>[A-Z]+(_[A-Z]+)+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Given();

    // From "Reasons:" or "may answer:" to the end of the sentence, over comment lines.
    [GeneratedRegex(@"(Reasons|may answer):[^.]*\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b[A-Z]+(_[A-Z]+)+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();
}
