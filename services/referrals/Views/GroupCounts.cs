namespace Reseau.Referrals.Views;

/// <summary>What the database counts of some referrals.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="Sent">Sent.</param>
/// <param name="Accepted">First accepted.</param>
/// <param name="Answered">First accepted, refused or expired.</param>
/// <param name="Judged">Whose delay to react is over, or that wait no longer.</param>
/// <param name="Breached">Of these, without reaction in the delay.</param>
/// <param name="Closed">Closed with an outcome.</param>
/// <param name="Served">Of these, served.</param>
/// <param name="Kept">Appointments kept.</param>
/// <param name="Missed">Appointments missed.</param>
/// <param name="Orphans">Open and forgotten.</param>
/// <param name="Due30">Sent 30 days ago or more.</param>
/// <param name="Closed30">Of these, closed within 30 days.</param>
/// <param name="Due60">Sent 60 days ago or more.</param>
/// <param name="Closed60">Of these, closed within 60 days.</param>
/// <param name="Due90">Sent 90 days ago or more.</param>
/// <param name="Closed90">Of these, closed within 90 days.</param>
public sealed record GroupCounts(
    string Key, int Sent = 0, int Accepted = 0, int Answered = 0, int Judged = 0, int Breached = 0, int Closed = 0, int Served = 0, int Kept = 0,
    int Missed = 0, int Orphans = 0, int Due30 = 0, int Closed30 = 0, int Due60 = 0, int Closed60 = 0, int Due90 = 0, int Closed90 = 0);
