using Grpc.Core;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private static readonly Contract.GetVocabulariesResponse Vocabularies = new()
    {
        Vocabularies =
        {
            ToMessage("accessibilite", "Accessibilité", Vocabulary.Accessibility),
            ToMessage("frais", "Frais", Vocabulary.Fees),
            ToMessage("langues", "Langues", Vocabulary.Languages),
            ToMessage("mobilisable_par", "Qui peut le demander", Vocabulary.MobilisableBy),
            ToMessage("modes_accueil", "Modes d’accueil", Vocabulary.ReceptionModes),
            ToMessage("modes_mobilisation", "Comment le demander", Vocabulary.MobilisationModes),
            ToMessage("publics", "Publics", Vocabulary.Publics),
            ToMessage("reseaux_porteurs", "Réseaux", Vocabulary.Networks),
            Themes(),
            ToMessage("type", "Type de service", Vocabulary.ServiceTypes),
            ToMessage("typologie", "Type d’institution", Vocabulary.Typologies),
        },
    };

    public override Task<Contract.GetVocabulariesResponse> GetVocabularies(Contract.GetVocabulariesRequest request, ServerCallContext context) =>
        Task.FromResult(Vocabularies);

    private static Contract.Vocabulary ToMessage<T>(string code, string label, TermSet<T> terms)
        where T : Term
    {
        var message = new Contract.Vocabulary { Code = code, Label = label };
        message.Terms.AddRange(terms.Select(term => new Contract.Term { Code = term.Code, Label = term.Label }));
        return message;
    }

    private static Contract.Vocabulary Themes()
    {
        var message = new Contract.Vocabulary { Code = "thematiques", Label = "Thèmes" };
        foreach (var family in Vocabulary.Themes.GroupBy(theme => theme.Family, StringComparer.Ordinal))
        {
            message.Terms.Add(new Contract.Term { Code = family.Key, Label = Vocabulary.ThemeFamilies.LabelOf(family.Key) });
            message.Terms.AddRange(family.Select(theme => new Contract.Term { Code = theme.Code, Label = theme.Label, Parent = family.Key }));
        }

        return message;
    }
}
