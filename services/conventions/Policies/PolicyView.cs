using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Kernel.Policies;

namespace Reseau.Conventions.Policies;

/// <summary>Keeps the policies as they were last compiled: what is shown, and what the next compilation is compared with.</summary>
public sealed class PolicyView : View<ConventionsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ConventionsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not PolicyCompiled { Policy: var policy }) return;
        var row = await db.Policies.FindAsync([policy.From, policy.To], cancellation);
        if (row is null) db.Policies.Add(row = new() { Sender = policy.From, Recipient = policy.To, Body = "" });
        (row.Version, row.Body) = (recorded.Version, JsonSerializer.Serialize(policy, JsonSerializerOptions.Web));
    }

    /// <inheritdoc />
    public override Task ClearAsync(ConventionsDb db, CancellationToken cancellation) => db.Policies.ExecuteDeleteAsync(cancellation);

    /// <summary>The policy of a row.</summary>
    public static Policy Read(PolicyRow row) => JsonSerializer.Deserialize<Policy>(row.Body, JsonSerializerOptions.Web)!;
}
