using System.Globalization;
using System.Text;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;
using State = Reseau.Referrals.V1.Referral.Types.State;
using Status = Reseau.Referrals.V1.Referral.Types.NationalStatus;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// Referrals as DORA writes orientations: its columns, its statuses, its eleven reasons. <c>query_id</c> and its expiry are left out on
/// purpose: in DORA they open the orientation without signing in, so that a lost file would be a lost secret.
/// </summary>
internal static class DoraFile
{
    private const char Separator = ',';
    private const string End = "\r\n";

    // Those that come after DORA's in our list are ours: nobody else knows them.
    private const int ReasonsOfDora = 11;

    private static readonly (string Name, Func<Contract.Referral, string> Value)[] Columns =
    [
        ("id", referral => referral.Name[(referral.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        ("creation_date", referral => Instant(referral.CreateTime)),
        ("processing_date", ProcessedAt),
        ("status", referral => StatusOf(referral.NationalStatus)),
        ("service", referral => referral.Service),
        ("service_name", referral => referral.ServiceDisplayName),
        ("prescriber_structure", referral => referral.Sender),
        ("structure", referral => referral.Recipient),
        ("beneficiary_last_name", referral => referral.Beneficiary?.FamilyName ?? ""),
        ("beneficiary_first_name", referral => referral.Beneficiary?.GivenName ?? ""),
        ("beneficiary_phone", referral => referral.Beneficiary?.Phone ?? ""),
        ("beneficiary_email", referral => referral.Beneficiary?.Email ?? ""),
        ("beneficiary_other_contact_method", referral => referral.Beneficiary?.ContactDetails ?? ""),
        ("orientation_reasons", referral => referral.Need),
        ("referent", referral => referral.ReferrerContact),
        ("theme", referral => referral.Theme),
        ("rejection_reasons", referral => string.Join('|', referral.DeclineReasons.Select(ReasonOf).Distinct(StringComparer.Ordinal))),
        ("data_protection_commitment", referral => referral.Consent is { Given: true } ? "true" : "false"),
        ("is_anonymized", referral => referral.Need.Length == 0 && referral.Beneficiary is not { FamilyName.Length: > 0 } ? "true" : "false"),
    ];

    /// <summary>The first line.</summary>
    public static string Header { get; } = string.Join(Separator, Columns.Select(column => column.Name)) + End;

    /// <summary>The line of a referral, as one of its parties sees it.</summary>
    public static string Line(Contract.Referral referral) => string.Join(Separator, Columns.Select(column => Cell(column.Value(referral)))) + End;

    /// <summary>A cell. One that a spreadsheet would run as a formula gets an apostrophe; an international telephone is only a number.</summary>
    public static string Cell(string text)
    {
        var runs = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !IsTelephone(text);
        var safe = runs ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n;") < 0 ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    private static bool IsTelephone(string text) => text[0] == '+' && text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    // When it left "ouverte" for the first time.
    private static string ProcessedAt(Contract.Referral referral) => referral.NationalStatus == Status.Ouverte ? ""
        : Instant((referral.Timeline.FirstOrDefault(entry => entry.State is not State.Cancelled and not State.CancellationRequested
            && NationalStatuses.Of((ReferralState)entry.State, null) != NationalStatus.Ouverte) ?? referral.Timeline[^1]).OccurTime);

    private static string StatusOf(Status status) => status switch
    {
        Status.Ouverte => "OUVERTE",
        Status.Validee => "VALIDÉE",
        Status.Expiree => "EXPIRÉE",
        _ => "REFUSÉE",
    };

    private static string ReasonOf(string reason) => DeclineReasons.All.Take(ReasonsOfDora).Contains(reason, StringComparer.Ordinal) ? reason : DeclineReasons.Other;

    private static string Instant(Google.Protobuf.WellKnownTypes.Timestamp at) => at.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
