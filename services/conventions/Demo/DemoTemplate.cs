using System.Text.Json;
using System.Text.Json.Serialization;
using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Demo;

/// <summary>A template that a first start with the demo network loads: real texts, ready to be used.</summary>
/// <param name="Name"><c>templates/{template}</c>.</param>
/// <param name="Content">What it says.</param>
internal sealed record DemoTemplate(string Name, TemplateContent Content)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<DemoTemplate> Load()
    {
        using var json = typeof(DemoTemplate).Assembly.GetManifestResourceStream(typeof(DemoTemplate), "demo-templates.json")
            ?? throw new InvalidOperationException("The resource Demo/demo-templates.json is not embedded.");
        return JsonSerializer.Deserialize<List<DemoTemplate>>(json, Json)!;
    }
}
