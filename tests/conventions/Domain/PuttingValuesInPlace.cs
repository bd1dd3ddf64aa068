using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class PuttingValuesInPlace
{
    [Theory]
    [InlineData(VariableType.Date, "2027-02-01", "1er février 2027")]
    [InlineData(VariableType.Date, "2027-02-03", "3 février 2027")]
    [InlineData(VariableType.Money, "17500.5", "17\u00a0500\\,50\u00a0€")]
    [InlineData(VariableType.Number, "1200", "1\u00a0200")]
    [InlineData(VariableType.YesNo, "true", "oui")]
    [InlineData(VariableType.Institution, "institutions/caf-35", "CAF d\\'Ille\\-et\\-Vilaine")]
    [InlineData(VariableType.Choice, "sur place", "sur place")]
    public void A_value_is_written_as_its_type_says(VariableType type, string value, string written) =>
        Assert.Equal($"Ici : {written}", Resolve(new("valeur", "?", type) { Choices = ["sur place", "à distance"] }, value));

    [Theory]
    [InlineData("# Titre")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[lien](https://exemple.fr)")]
    [InlineData("**gras** {{autre}} | tableau | `code`")]
    [InlineData("1. liste\n\n2. deux")]
    [InlineData("\\\u0000\u001b")]
    public void A_value_means_nothing_in_Markdown(string typed)
    {
        var text = Resolve(new("valeur", "?", VariableType.Text), typed.Replace("\n", " ", StringComparison.Ordinal));

        var rest = text["Ici : ".Length..];
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\') i++;
            else Assert.False(rest[i] < 128 && (char.IsPunctuation(rest[i]) || char.IsSymbol(rest[i]) || char.IsControl(rest[i])), $"{rest[i]} is not escaped in {rest}");
        }
    }

    [Theory]
    [InlineData(VariableType.Date, "2027-02-30")]
    [InlineData(VariableType.Date, "1/2/2027")]
    [InlineData(VariableType.Money, "-5")]
    [InlineData(VariableType.Money, "1e9")]
    [InlineData(VariableType.Money, "12,5")]
    [InlineData(VariableType.Number, "1.5")]
    [InlineData(VariableType.YesNo, "oui")]
    [InlineData(VariableType.Choice, "autre")]
    [InlineData(VariableType.Institution, "caf-35")]
    [InlineData(VariableType.Text, "a\nb")]
    public void What_is_not_of_its_type_does_not_fit(VariableType type, string value) => Assert.False(Clauses.Fits(new("valeur", "?", type) { Choices = ["sur place"] }, value));

    [Fact]
    public void Braces_within_a_value_stay_braces() => Assert.DoesNotContain("secret", Clauses.Resolve(Content with
    {
        Clauses = [new("a", "A", "{{un}}")], Variables = [new("un", "?", VariableType.Text), new("deux", "?", VariableType.Text)], Values = [new("un", "{{deux}}"), new("deux", "secret")],
    })[0].Text, StringComparison.Ordinal);

    [Fact]
    public void A_template_with_an_unresolved_or_unused_variable_is_not_published()
    {
        var content = new TemplateContent { Title = "Modèle", Kind = ConventionKind.Engagement, Clauses = [new("a", "A", "{{connue}} {{inconnue}} {{ Mal écrite }}")], Variables = [new("connue", "?", VariableType.Text), new("inutile", "?", VariableType.Text)] };

        var refusal = TemplateDecider.Publish(Template.Evolve(current: null, "templates/a", 1, Monday, new TemplateDrafted(content))).Refusal!;

        Assert.Equal("TEMPLATE_NOT_READY", refusal.Reason);
        Assert.Contains(("unresolved", "inconnue, {{"), refusal.Facts);
        Assert.Contains(("unused", "inutile"), refusal.Facts);
    }

    [Fact]
    public void Every_template_of_the_demo_network_can_be_published() => Assert.All(Demo.DemoTemplate.Load(), template =>
    {
        Assert.Null(TemplateDecider.Publish(Template.Evolve(current: null, template.Name, 1, Monday, new TemplateDrafted(template.Content))).Refusal);
        Assert.All(template.Content.Commitments, commitment => Assert.Contains(template.Content.Clauses, clause => clause.Key == commitment.Clause));
    });

    private static string Resolve(Variable variable, string value) =>
        Clauses.Resolve(Content with { Clauses = [new("a", "A", "Ici : {{valeur}}")], Variables = [variable], Values = [new("valeur", value)] })[0].Text;
}
