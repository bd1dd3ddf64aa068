using Google.Protobuf.Reflection;
using Reseau.Conventions;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Partners;
using Reseau.Referrals;
using Reseau.Training;

namespace Reseau.Architecture.Tests;

public sealed class KeepingPersonsOutOfEvents
{
    // What a beneficiary is known by, and the texts in which somebody could write it.
    private static readonly string[] Personal =
        ["GivenName", "Family", "FirstName", "LastName", "Phone", "Mail", "Birth", "Beneficiary", "Person", "Contact", "Address", "Need", "Message", "Comment", "Note", "Place", "Text", "Nir"];

    // The enum that says how a mediator worked, "with the person".
    private static readonly string[] Innocent = ["Autonomy"];

    [Fact]
    public void Events_and_their_columns_are_those_that_were_approved() => Approval.Verify("events.txt",
        Lines("partners", new PartnersLog().Types).Concat(Lines("referrals", new ReferralsLog().Types)).Concat(Lines("conventions", new ConventionsLog().Types))
            .Concat(Lines("training", new TrainingLog().Types)));

    [Fact]
    public void No_event_of_a_referral_has_a_place_for_personal_data()
    {
        var properties = new ReferralsLog().Types.All.SelectMany(known => PropertiesOf(known.Type, known.Name)).ToArray();

        Assert.NotEmpty(properties);
        Assert.Empty(properties.Where(property => !Innocent.Contains(property.Name) && Personal.Any(word => property.Name.Contains(word, StringComparison.Ordinal))).Select(property => property.Path));
    }

    [Fact]
    public void No_message_between_services_has_a_place_for_personal_data()
    {
        var fields = EventsReflection.Descriptor.MessageTypes.SelectMany(message => message.Fields.InDeclarationOrder())
            // The bodies of a change are named after events; their own fields are looked at like all others.
            .Where(field => field.RealContainingOneof is null && Personal.Any(word => CamelCase(field.Name).Contains(word, StringComparison.Ordinal)));

        Assert.Empty(fields.Select(field => field.FullName));
    }

    [Fact]
    public void No_message_between_services_carries_a_message_of_the_referral_contract() => Assert.DoesNotContain(
        EventsReflection.Descriptor.MessageTypes.SelectMany(message => message.Fields.InDeclarationOrder()).Where(field => field.FieldType == FieldType.Message),
        field => field.MessageType.File.Package == "reseau.referrals.v1");

    private static IEnumerable<string> Lines(string service, EventTypes types) => types.All.SelectMany(known =>
        PropertiesOf(known.Type, "").Select(property => $"  {property.Path[1..]}: {property.TypeName}").Prepend($"{service} {known.Name}"));

    private static IEnumerable<(string Path, string Name, string TypeName)> PropertiesOf(Type type, string path) =>
        from property in type.GetProperties().Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
        let inner = Item(property.PropertyType)
        let here = $"{path}.{property.Name}"
        from line in inner.Namespace?.EndsWith(".Domain", StringComparison.Ordinal) == true && !inner.IsEnum && !typeof(System.Collections.IEnumerable).IsAssignableFrom(inner)
            ? PropertiesOf(inner, here)
            : [(here, property.Name, inner.Name)]
        select line;

    private static Type Item(Type type) => Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);

    private static string CamelCase(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
