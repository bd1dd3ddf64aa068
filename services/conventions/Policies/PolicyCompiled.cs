using Reseau.Kernel.Policies;

namespace Reseau.Conventions.Policies;

/// <summary>What binds two institutions changed. Its stream is <c>policies/{from}:{to}</c>.</summary>
/// <param name="Policy">What they obey from now on.</param>
public sealed record PolicyCompiled(Policy Policy);
