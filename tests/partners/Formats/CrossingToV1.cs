using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Domain;
using Reseau.Partners.Formats;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Every value of the national map's vocabularies, one by one.</summary>
public sealed class CrossingToV1
{
    private const string Basics = "numerique--maitriser-les-fondamentaux-du-numerique";

    [Theory]
    [InlineData("Aide aux démarches administratives", "demarches", "numerique--acceder-a-des-services-en-ligne difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives")]
    [InlineData("Maîtrise des outils numériques du quotidien", "competences", Basics)]
    [InlineData("Insertion professionnelle via le numérique", "competences", $"{Basics} preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi")]
    [InlineData("Utilisation sécurisée du numérique", "competences", Basics)]
    [InlineData("Parentalité et éducation avec le numérique", "competences", $"{Basics} famille--soutien-a-la-parentalite-et-a-leducation")]
    [InlineData("Loisirs et créations numériques", "competences", $"{Basics} remobilisation--activites-sportives-et-culturelles")]
    [InlineData("Compréhension du monde numérique", "competences", Basics)]
    [InlineData("Accès internet et matériel informatique", "connexion", "numerique--acceder-a-une-connexion-internet")]
    [InlineData("Acquisition de matériel informatique à prix solidaire", "equipement", "numerique--acquerir-un-equipement")]
    public async Task Services(string label, string suffix, string themes)
    {
        var service = await ServiceOfAsync("services", label);

        Assert.Equal(($"carto--a--{suffix}", themes), (service.Id, service.Themes.ToString()));
        Assert.Contains(label, service.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "tous-publics")]
    [InlineData("Jeunes", "jeunes")]
    [InlineData("Étudiants", "etudiants")]
    [InlineData("Familles et/ou enfants", "familles")]
    [InlineData("Seniors", "seniors")]
    [InlineData("Femmes", "femmes")]
    public async Task Publics(string label, string code) => Assert.Equal([code], (await ServiceOfAsync("publics_specifiquement_adresses", label)).Publics);

    [Theory]
    [InlineData("Surdité", "surdite", "")]
    [InlineData("Handicaps moteurs", "handicaps-moteurs", "")]
    [InlineData("Handicaps mentaux", "handicaps-mentaux", "")]
    [InlineData("Illettrisme", "illettrisme", "")]
    [InlineData("Déficience visuelle", "deficience-visuelle", "")]
    [InlineData("Langues étrangères (anglais)", "", "en")]
    [InlineData("Langues étrangères (autres)", "", "")]
    public async Task Special_care(string label, string accessibility, string languages)
    {
        var read = await ReadAsync("prise_en_charge_specifique", label);

        Assert.Equal((accessibility, languages), (read.Structure!.Accessibility.ToString(), read.Services[0].Languages.ToString()));
        Assert.Equal(label.Contains("autres", StringComparison.Ordinal), read.Services[0].PublicsDetails is not null);
    }

    [Theory]
    [InlineData("Gratuit", "gratuit", null)]
    [InlineData("Payant", "payant", null)]
    [InlineData("Gratuit sous condition", "payant", "Gratuit sous condition.")]
    [InlineData("Gratuit|Payant", "payant", "Selon les cas : gratuit, payant.")]
    [InlineData("", null, null)]
    public async Task Fees(string label, string? code, string? details)
    {
        var service = await ServiceOfAsync("frais_a_charge", label);
        Assert.Equal((code, details), (service.Fees, service.FeesDetails));
    }

    [Theory]
    [InlineData("Se présenter", "se-presenter", "usagers professionnels")]
    [InlineData("Téléphoner", "telephoner", "usagers professionnels")]
    [InlineData("Contacter par mail", "envoyer-un-courriel", "usagers professionnels")]
    [InlineData("Envoyer un mail avec une fiche de prescription", "envoyer-un-courriel", "professionnels")]
    [InlineData("Prendre un RDV en ligne", "utiliser-lien-mobilisation", "usagers professionnels")]
    [InlineData("Ce lieu n'accueille pas de public", "", "")]
    public async Task Access(string label, string mode, string who)
    {
        var service = await ServiceOfAsync("modalites_acces", label);
        Assert.Equal((mode, who), (service.MobilisationModes.ToString(), service.MobilisableBy.ToString()));
    }

    [Theory]
    [InlineData("En autonomie", "en-presentiel", "accompagnement")]
    [InlineData("Accompagnement individuel", "en-presentiel", "accompagnement")]
    [InlineData("Dans un atelier collectif", "en-presentiel", "atelier")]
    [InlineData("À distance", "a-distance", "accompagnement")]
    public async Task Accompaniment(string label, string mode, string type)
    {
        var service = (await ReadAsync("modalites_accompagnement", label, services: "Utilisation sécurisée du numérique")).Services[0];
        Assert.Equal((mode, type), (service.ReceptionModes.ToString(), service.Type));
    }

    [Theory]
    [InlineData("dispositif_programmes_nationaux", "Aidants Connect", "aidants-connect")]
    [InlineData("dispositif_programmes_nationaux", "Bibliothèques numérique de référence", "")]
    [InlineData("dispositif_programmes_nationaux", "Certification PIX", "")]
    [InlineData("dispositif_programmes_nationaux", "Conseillers numériques", "conseillers-numeriques")]
    [InlineData("dispositif_programmes_nationaux", "Emmaüs Connect", "emmaus")]
    [InlineData("dispositif_programmes_nationaux", "France Services", "france-service")]
    [InlineData("dispositif_programmes_nationaux", "Grande école du numérique", "grandes-ecoles-du-numerique")]
    [InlineData("dispositif_programmes_nationaux", "La Croix Rouge", "croix-rouge")]
    [InlineData("dispositif_programmes_nationaux", "Point d'accès numérique CAF", "caf")]
    [InlineData("dispositif_programmes_nationaux", "Promeneurs du net", "")]
    [InlineData("dispositif_programmes_nationaux", "Relais numérique (Emmaüs Connect)", "emmaus")]
    [InlineData("formations_labels", "Formé à « Mon Espace Santé »", "")]
    [InlineData("formations_labels", "Formé à « DUPLEX » (illettrisme)", "")]
    [InlineData("formations_labels", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)", "")]
    [InlineData("formations_labels", "Collectif ressources et acteurs réemploi (Normandie)", "")]
    [InlineData("formations_labels", "Étapes numériques (La Poste)", "la-poste")]
    [InlineData("formations_labels", "Fabriques de Territoire", "fabrique-de-territoire")]
    [InlineData("formations_labels", "Les Éclaireurs du numérique (Drôme)", "")]
    [InlineData("formations_labels", "Mes Papiers (Métropole de Lyon)", "")]
    [InlineData("formations_labels", "ORDI 3.0", "")]
    [InlineData("formations_labels", "SUD LABS (PACA)", "")]
    [InlineData("itinerance", "Itinérant", "")]
    [InlineData("itinerance", "Fixe", "")]
    [InlineData("typologie", "RFS|ASSO", "france-service")]
    public async Task Networks_and_what_is_only_kept(string field, string label, string networks)
    {
        var read = await ReadAsync(field, label);
        Assert.Empty(read.Remarks);
        Assert.Equal(networks, read.Structure!.Networks.ToString());
        Assert.Equal($"\"{label}\"", read.Structure.Origin.Kept.Find($"carto:{field}"));
    }

    [Theory]
    [InlineData("00000000000000", null)]
    [InlineData("W351234567", null)]
    [InlineData("35600000000048", "35600000000048")]
    public async Task Pivots(string pivot, string? siret) => Assert.Equal(siret, (await ReadAsync("pivot", pivot)).Structure!.Siret);

    [Fact]
    public void Every_typology_is_decided_and_leads_to_a_known_network()
    {
        Assert.Equal(Vocabulary.Typologies.Select(term => term.Code).Order(StringComparer.Ordinal), TypologyNetworks.DecidedTypologies.Order(StringComparer.Ordinal));
        Assert.All(TypologyNetworks.DecidedTypologies.Select(TypologyNetworks.NetworkOf).OfType<string>(), network =>
        {
            Assert.True(Vocabulary.Networks.IsKnown(network), network);
            Assert.Equal(network, TypologyNetworks.NetworkOf(TypologyNetworks.TypologyOf(network)!));
        });
    }

    [Fact]
    public void Every_code_of_the_crosswalk_and_of_the_old_schema_is_one_of_ours()
    {
        Assert.All(CartoCrosswalk.Offers.SelectMany(offer => offer.Labels).SelectMany(label => label.Themes), theme => Assert.True(Vocabulary.Themes.IsKnown(theme), theme));
        Assert.All(CartoCrosswalk.Programmes.Concat(CartoCrosswalk.Labels), term => Assert.True(term.Code is null || Vocabulary.Networks.IsKnown(term.Code), term.Label));
        Assert.All(OldCodes.All, code => Assert.True(
            Vocabulary.Themes.IsKnown(code.Value) || Vocabulary.Publics.IsKnown(code.Value) || Vocabulary.Fees.IsKnown(code.Value) || Vocabulary.MobilisationModes.IsKnown(code.Value)
            || Vocabulary.MobilisableBy.IsKnown(code.Value) || Vocabulary.ServiceTypes.IsKnown(code.Value), code.Value));
    }

    private static async Task<Service> ServiceOfAsync(string field, string value) => (await ReadAsync(field, value)).Services[0];

    private static async Task<FileRecord> ReadAsync(string field, string value, string services = "Aide aux démarches administratives")
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "a", ["nom"] = "Un lieu", ["pivot"] = "00000000000000", ["commune"] = "Rennes", ["code_postal"] = "35000", ["adresse"] = "1 rue du Pré", ["date_maj"] = "2026-01-01", ["services"] = services,
        };
        fields[field] = value;
        return Assert.Single(await Files.ReadAsync(DirectoryFormat.CartoJson, System.Text.Json.JsonSerializer.Serialize(new[] { fields })));
    }
}
