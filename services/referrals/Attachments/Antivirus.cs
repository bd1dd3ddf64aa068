using Microsoft.Extensions.Options;

namespace Reseau.Referrals.Attachments;

/// <summary>The antivirus, where there is one.</summary>
internal sealed class Antivirus(IOptions<AntivirusOptions> options)
{
    /// <summary>Begins a scan; null when no antivirus is configured.</summary>
    public async Task<ClamdScan?> BeginAsync(CancellationToken cancellation) =>
        options.Value.Host.Length == 0 ? null : await ClamdScan.BeginAsync(options.Value, cancellation);
}
