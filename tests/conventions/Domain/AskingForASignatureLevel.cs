using Reseau.Conventions.Domain;
using Reseau.Kernel;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class AskingForASignatureLevel
{
    [Theory]
    [InlineData(SignatureLevel.Simple, SignatureLevel.Simple, SignatureLevel.Simple)]
    [InlineData(SignatureLevel.Advanced, SignatureLevel.Simple, SignatureLevel.Advanced)]
    [InlineData(SignatureLevel.Advanced, SignatureLevel.Advanced, SignatureLevel.Advanced)]
    [InlineData(SignatureLevel.Simple, SignatureLevel.Qualified, SignatureLevel.Qualified)]
    [InlineData(SignatureLevel.Qualified, SignatureLevel.Advanced, SignatureLevel.Qualified)]
    public void A_convention_begins_with_what_its_template_asks_for_or_more(SignatureLevel template, SignatureLevel said, SignatureLevel begun)
    {
        var content = Begun(template, Content with { SignatureLevel = said });

        Assert.Equal((begun, template), (content.SignatureLevel, content.LeastSignatureLevel));
    }

    [Fact]
    public void What_it_asks_for_is_raised_and_never_lowered_below_its_template()
    {
        var draft = Draft(Begun(SignatureLevel.Advanced, Content));

        var lowered = Update(SignatureLevel.Simple);
        Assert.Equal("SIGNATURE_LEVEL_BELOW_TEMPLATE", lowered.Refusal?.Reason);
        Assert.Contains(("level", "ADVANCED"), lowered.Refusal!.Facts);
        Assert.Equal(SignatureLevel.Qualified, After(draft, Update(SignatureLevel.Qualified).Events, Monday).Content.SignatureLevel);
        // Whatever the caller says of it: what the template asked for is kept.
        Assert.Equal(SignatureLevel.Advanced, After(draft, Update(SignatureLevel.Qualified).Events, Monday).Content.LeastSignatureLevel);

        Decision<ConventionEvent> Update(SignatureLevel level) => ConventionDecider.Move(
            draft, new(Ccas, ConventionAction.Update, Monday) { Content = draft.Content with { SignatureLevel = level, LeastSignatureLevel = SignatureLevel.Simple } });
    }

    private static ConventionContent Begun(SignatureLevel level, ConventionContent said) => TemplateDecider.Begin(
        new() { Name = "templates/t", State = TemplateState.Published, Texts = [new(1, new() { Title = "Modèle", Kind = ConventionKind.Engagement, SignatureLevel = level }, Published: true)] }, said).Content!;
}
