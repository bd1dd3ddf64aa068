using Reseau.Gateway.Tests.Hosts;
using Reseau.Partners.V1;
using Google.Protobuf.WellKnownTypes;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ZzDump(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Dump()
    {
        System.IO.Directory.CreateDirectory("/tmp/pages");
        using var anyone = host.NewBrowser();
        var css = (await anyone.OpenAsync(Gateway.Portal.PortalAssets.StyleSheet)).Html;
        host.Partners.Service.GivenOwn(but: s => s.Capacity = new() { State = Capacity.Types.State.WaitingList });
        host.Partners.Service.GivenOwn(Service.Types.State.Draft);
        var draft = host.Partners.Service.GivenOwn();
        async Task Save(Browser browser, string name, string address) => Write(name, await browser.OpenAsync(address));
        void Write(string name, Page page) => File.WriteAllText($"/tmp/pages/{name}.html", page.Html.Replace("<link rel=\"stylesheet\"", $"<style>{css}</style><script src=\"/tmp/axe.min.js\"></script><script src=\"/tmp/run.js\"></script><link rel=\"x\"", StringComparison.Ordinal));
        await Save(anyone, "accueil", "/");
        await Save(anyone, "annuaire", "/annuaire?commune=Rennes&langue=ar&places=1&besoin=infromatique");
        await Save(anyone, "annuaire-simple", "/annuaire");
        await Save(anyone, "annuaire-erreurs", "/annuaire?jour=demain&heure=midi");
        using var claire = await host.SignedInAsync("claire.accueil");
        await Save(claire, "service", "/annuaire/services/demo--accueil%2520numerique");
        await Save(claire, "lieu", "/annuaire/lieux/demo--caf");
        await Save(claire, "mes-services-claire", "/mes-services");
        using var nadia = await host.SignedInAsync("nadia.caf");
        await Save(nadia, "service-nadia", "/annuaire/services/demo--accueil%2520numerique");
        using var yann = await host.SignedInAsync("yann.responsable");
        await Save(yann, "accueil-yann", "/");
        await Save(yann, "mes-services", "/mes-services");
        var list = await yann.OpenAsync("/mes-services");
        Write("mes-services-erreurs", await yann.SendAsync(list, $"value=\"places\"|value=\"{draft}\"", ("nombre", "beaucoup")));
        await Save(yann, "nouveau", "/mes-services/nouveau");
        await Save(yann, "modifier", "/mes-services/modifier?service=" + draft["services/".Length..]);
        var form = await yann.OpenAsync("/mes-services/nouveau");
        Write("nouveau-erreurs", await yann.SendAsync(form, "name=\"nom\"", ("nom", "E"), ("etape", "apercu")));
        Write("apercu", await yann.SendAsync(form, "name=\"nom\"", ("lieu", DirectoryStandIn.OwnPlace), ("nom", "Épicerie solidaire"), ("description", "Des produits à petit prix."), ("themes", "equipement-et-alimentation--alimentation"), ("contact-0-nom", "Zoé"), ("etape", "apercu")));
        using var sofia = await host.SignedInAsync("sofia.mission");
        await Save(sofia, "accueil-sofia", "/");
        await Save(sofia, "doublons", "/reseau/doublons?fait=fusion&lieu=x");
        await Save(sofia, "besoins", "/reseau/besoins-sans-reponse");
        await Save(sofia, "import", "/reseau/import");
        await Save(sofia, "import-erreurs", "/reseau/import?erreur=upload.file-required,upload.format-required,upload.institution-required");
        var page = await sofia.OpenAsync("/reseau/import");
        Write("rapport", await sofia.UploadAsync(page, "type=\"file\"", "fichier", "a.csv", new MemoryStream([65]), ("format", "SimpleCsv"), ("institution", "x"), ("essai", "oui")));
        var id = Guid.NewGuid();
        host.Partners.Service.GivenImport(new() { Name = $"imports/{id}", State = Import.Types.State.Running, Format = DirectoryFormat.CartoCsv, CreateTime = Timestamp.FromDateTime(DateTime.UtcNow), UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow) });
        await Save(sofia, "rapport-en-cours", $"/reseau/import/{id}?suivre=1");
        await Save(sofia, "rapport-attente", $"/reseau/import/{Guid.NewGuid()}?suivre=1");
    }
}
