using System.Text.Json;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Tests.Domain;

public sealed class ComparingContent
{
    private static readonly Service Service = Given.Service with { Themes = ["numerique--acquerir-un-equipement"], Publics = ["jeunes", "seniors"] };

    [Fact]
    public void Two_services_with_the_same_content_are_equal()
    {
        var same = Service with { Publics = ["jeunes", "seniors"] };

        Assert.Equal(Service, same);
        Assert.Equal(Service.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void The_order_of_codes_counts() => Assert.NotEqual(Service, Service with { Publics = ["seniors", "jeunes"] });

    [Fact]
    public void A_record_survives_json() =>
        Assert.Equal(Service, JsonSerializer.Deserialize<Service>(JsonSerializer.Serialize(Service, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
}
