using System.Reflection;

namespace Reseau.Compat.Tests;

/// <summary>
/// Grpc.AspNetCore.Server and Grpc.Net.Client were compiled against the real packages. What they bind to must be in the stand-ins,
/// with that very signature: a member that lacks would show only at the call that needs it.
/// </summary>
public sealed class StandInSurface
{
    private const string Server = "Grpc.AspNetCore.Server";
    private const string Client = "Grpc.Net.Client";

    public static TheoryData<string, string> Pairs => new()
    {
        { Server, "Grpc.Core.Api" },
        { Server, "Grpc.Net.Common" },
        { Client, "Grpc.Core.Api" },
        { Client, "Grpc.Net.Common" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_member_the_gRPC_packages_bind_to_is_there(string user, string used)
    {
        Assert.NotEmpty(UsedSurface.Read(FileOf(user), used));
        AssertNone(Missing(user, used, FileOf(used)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_identity_is_the_one_the_gRPC_packages_ask_for(string user, string used)
    {
        var asked = Assembly.Load(user).GetReferencedAssemblies().Single(reference => reference.Name == used);

        Assert.Equal(asked.FullName, Assembly.Load(used).FullName);
    }

    [Theory]
    [InlineData(Server)]
    [InlineData(Client)]
    public void Every_type_of_the_gRPC_packages_loads(string user)
    {
        // An abstract member that the package does not know of would fail the types that should have it.
        Assert.NotEmpty(Assembly.Load(user).GetTypes());
    }

    [Theory]
    [InlineData(Server)]
    [InlineData(Client)]
    public void Every_override_in_the_gRPC_packages_has_something_to_override(string user)
    {
        const BindingFlags declared =
            BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        AssertNone(Assembly.Load(user).GetTypes()
            .SelectMany(type => type.GetMethods(declared))
            .Where(method => method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot))
            .Where(method => method.GetBaseDefinition().DeclaringType == method.DeclaringType)
            .Select(method => $"{method.DeclaringType}: {method}"));
    }

    [Fact]
    public void A_meagre_assembly_is_told_what_it_lacks()
    {
        var meagre = Path.Combine(Directory.CreateTempSubdirectory("reseau-compat-").FullName, "Grpc.Core.Api.dll");
        MeagreAssembly.Write(meagre);

        var missing = Missing(Client, "Grpc.Core.Api", meagre);

        Assert.Contains("type Grpc.Core.Metadata/Entry", missing);
        Assert.Contains("method Grpc.Core.Marshaller`1.get_ContextualDeserializer() : System.Func`2<Grpc.Core.DeserializationContext, !0>", missing);
        Assert.Contains("field Grpc.Core.Status.DefaultSuccess : struct Grpc.Core.Status", missing);
        Assert.Contains("method Grpc.Core.WriteOptions.get_Flags() : struct Grpc.Core.WriteFlags", missing);
        Assert.DoesNotContain("type Grpc.Core.Status", missing);
        Assert.DoesNotContain("method Grpc.Core.Status.get_Detail() : String", missing);

        Directory.Delete(Path.GetDirectoryName(meagre)!, recursive: true);
    }

    private static string FileOf(string assembly) => Assembly.Load(assembly).Location;

    private static string[] Missing(string user, string used, string offeredBy) =>
        [.. UsedSurface.Read(FileOf(user), used).Except(OfferedSurface.Read(offeredBy)).Order(StringComparer.Ordinal)];

    // Assert.Empty would cut the list short; each name in it is wanted.
    private static void AssertNone(IEnumerable<string> lines)
    {
        var found = string.Join(Environment.NewLine, lines);
        Assert.True(found.Length == 0, found);
    }
}
