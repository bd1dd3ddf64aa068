using Reseau.Conventions;
using Reseau.Kernel;
using Reseau.Partners;
using Reseau.Partners.Territory;
using Reseau.Referrals;
using Reseau.Training;

namespace Reseau.Architecture.Tests;

/// <summary>A decision takes what it needs and gives events or a refusal: no clock, no chance, no database, no network, no contract.</summary>
public sealed class KeepingTheDomainPure
{
    private static readonly Type[] Banned =
    [
        typeof(TimeProvider), typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(CancellationToken), typeof(Thread), typeof(Random),
        typeof(Console), typeof(Environment), typeof(File), typeof(Directory),
    ];

    private static readonly string[] Libraries = ["System.Net", "System.IO", "System.Data", "System.Threading.Channels", "System.Diagnostics.Process", "System.Console"];

    public static TheoryData<Type> Types =>
        [.. ((Type[])[typeof(PartnersApp), typeof(ReferralsApp), typeof(ConventionsApp), typeof(TrainingApp)]).SelectMany(app => app.Assembly.GetTypes())
            .Where(type => IsDomain(type) && !IsGenerated(type))];

    [Theory, MemberData(nameof(Types))]
    public void It_uses_the_base_library_the_kernel_and_itself(Type type)
    {
        var strange = TypesUsed.By(type).Where(used => !IsAllowed(used) && !(used == typeof(Environment) && IsIterator(type))).Select(used => used.FullName);

        Assert.Empty(strange);
    }

    [Fact]
    public void The_rule_finds_what_it_forbids() =>
        Assert.Contains(TypesUsed.By(typeof(Impure)), used => !IsAllowed(used) && used == typeof(TimeProvider));

    [Fact]
    public void The_kernel_depends_on_nothing() => Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(),
        reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    private static bool IsAllowed(Type used)
    {
        if (IsDomain(used) || IsGenerated(used) || used.Assembly == typeof(Refusal).Assembly || used == typeof(GeoPoint)) return true;
        var library = used.Assembly.GetName().Name!;
        return library.StartsWith("System.", StringComparison.Ordinal) && !Libraries.Any(banned => library.StartsWith(banned, StringComparison.Ordinal)) && !Banned.Contains(used);
    }

    private static bool IsDomain(Type type) => type.FullName is { } name
        && (name.StartsWith("Reseau.Partners.Domain.", StringComparison.Ordinal) || name.StartsWith("Reseau.Referrals.Domain.", StringComparison.Ordinal)
            || name.StartsWith("Reseau.Conventions.Domain.", StringComparison.Ordinal) || name.StartsWith("Reseau.Training.Domain.", StringComparison.Ordinal));

    // What the compiler makes of `yield` asks which thread it runs on.
    private static bool IsIterator(Type type) => type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false) && typeof(System.Collections.IEnumerator).IsAssignableFrom(type);

    // What the compiler makes of [GeneratedRegex] and of collection expressions is its own affair.
    private static bool IsGenerated(Type type) => type is { Namespace: null or "System.Text.RegularExpressions.Generated" } || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static class Impure
    {
        public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
    }
}
