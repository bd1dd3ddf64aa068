using System.ComponentModel.DataAnnotations;

namespace Reseau.Referrals.Attachments;

/// <summary>Where clamd listens: section <c>Antivirus</c>. Without a host nothing is scanned, and documents say so.</summary>
internal sealed class AntivirusOptions
{
    /// <summary>Host of clamd; empty = no antivirus.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its TCP port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 3310;

    /// <summary>How long to wait for a connection, and for the verdict.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
