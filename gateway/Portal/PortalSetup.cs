using System.Text.Encodings.Web;
using System.Text.Unicode;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Portal.Map;
using Reseau.Gateway.Portal.Slips;
using Reseau.Gateway.Session;
using Reseau.Kernel;

namespace Reseau.Gateway.Portal;

/// <summary>The pages: rendered on the server, complete without JavaScript.</summary>
public static class PortalSetup
{
    public static void AddPortal(this IServiceCollection services, GatewaySettings settings)
    {
        var secure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
        services.AddRazorComponents();
        // Accents are sent as they are; by default everything beyond ASCII becomes an entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddCascadingAuthenticationState();
        services.AddSingleton<CommunePoints>();
        // The same section as the referral service, which erases by it: what the notice says is what happens.
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).Validate(retention => retention.IsUsable, RetentionOptions.Mistake).ValidateOnStart();
        services.AddScoped<SlipFinder>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.OwnServicePages, policy => policy
                .RequireRole(Roles.Receptionist, Roles.Handler, Roles.Manager, Roles.Administrator)
                .RequireClaim(Claims.Institution))
            .AddPolicy(Roles.EditPages, policy => policy.RequireRole(Roles.Manager, Roles.Administrator).RequireClaim(Claims.Institution))
            .AddPolicy(Roles.PlacePages, policy => policy.RequireAssertion(context => context.User.IsInRole(Roles.Administrator)
                || (context.User.IsInRole(Roles.Manager) && context.User.HasClaim(claim => claim.Type == Claims.Institution))))
            .AddPolicy(Roles.ConventionPages, policy => policy.RequireAssertion(context => PortalUser.ReadsConventions(context.User)))
            .AddPolicy(Roles.ConventionWriting, policy => policy.RequireAssertion(context => PortalUser.WritesConventions(context.User)))
            .AddPolicy(Roles.Signing, policy => policy.RequireRole(Roles.Signatory).RequireClaim(Claims.Institution))
            .AddPolicy(Roles.BodyPages, policy => policy.RequireAssertion(context => PortalUser.SitsInBodies(context.User)))
            .AddPolicy(Roles.TeamPages, policy => policy.RequireRole(Roles.Manager).RequireClaim(Claims.Institution))
            .AddPolicy(Roles.PlanWriting, policy => policy.RequireAssertion(context => PortalUser.WritesPlans(context.User)))
            .AddPolicy(Roles.TrainingFigures, policy => policy.RequireAssertion(context => PortalUser.ReadsTrainingFigures(context.User)))
            .AddPolicy(Roles.NeedPages, policy => policy.RequireAssertion(context => PortalUser.SeesNeeds(context.User)))
            .AddPolicy(Roles.TrainingPages, policy => policy.RequireAssertion(context => PortalUser.SeesTraining(context.User)))
            .AddPolicy(Roles.OwnTrainingPages, policy => policy.RequireAssertion(context => PortalUser.SeesTraining(context.User)).RequireClaim(Claims.Institution))
            .AddPolicy(Roles.TrainingPlanning, policy => policy.RequireAssertion(context => PortalUser.PlansTraining(context.User)))
            .AddPolicy(Roles.AttendancePages, policy => policy.RequireRole(Roles.Trainer, Roles.Manager).RequireClaim(Claims.Institution))
            .AddPolicy(Roles.NetworkPages, policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator))
            .AddPolicy(Roles.ImportPages, policy => policy.RequireRole(Roles.Manager, Roles.Coordinator, Roles.Administrator));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = secure ? "__Host-reseau-formulaire" : "reseau-formulaire";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            // frame-ancestors says it, and says it better.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapPortalAssets();
        app.MapImportUpload();
        app.MapPersonFile();
        app.MapFiguresFile();
        app.MapTeamUpload();
        app.MapTrainingFiguresFiles();
        app.MapNeedFiles();
        app.MapDocuments();
        app.MapSlips();
        app.MapConventionFiles();
        app.MapDocumentCheck();
        app.MapTrainingFiles();
        app.MapCalendars();
        app.MapRazorComponents<App>();
    }
}
