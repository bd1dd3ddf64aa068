using System.Reflection;
using Xunit.Sdk;

namespace Reseau.Testing.Databases;

/// <summary>Runs a theory once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryProviderAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<DatabaseProvider>().Select(provider => new object[] { provider });
}
