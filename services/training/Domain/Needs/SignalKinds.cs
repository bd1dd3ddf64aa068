namespace Reseau.Training.Domain.Needs;

/// <summary>
/// Why a referral came back, as far as training can change it. A refusal for want of room, or because the person did not come, reveals nothing that
/// whoever sent it did not know.
/// </summary>
/// <param name="Bits">One for each kind.</param>
public readonly record struct SignalKinds(int Bits)
{
    private const string DeclinedState = "DECLINED";
    private const string RedirectedState = "REDIRECTED";

    private static readonly Dictionary<string, SignalKind> ByReason = new(StringComparer.Ordinal)
    {
        ["hors-périmètre"] = SignalKind.OutOfScope,
        ["bénéficiaire-non-éligible"] = SignalKind.NotEligible,
        ["hors-territoire"] = SignalKind.OutOfArea,
        ["dossier-incomplet"] = SignalKind.Incomplete,
    };

    /// <summary>It did not come back, or for nothing that matters here.</summary>
    public static SignalKinds None => default;

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Bits == 0;

    /// <summary>What coded reasons reveal.</summary>
    public static SignalKinds Of(IEnumerable<string> reasons) =>
        new(reasons.Aggregate(0, (bits, reason) => ByReason.TryGetValue(reason, out var kind) ? bits | Bit(kind) : bits));

    /// <summary>What a move reveals; what is being answered after all came back no more.</summary>
    /// <param name="state">State after it, as the referrals say it.</param>
    /// <param name="reasons">Its coded reasons.</param>
    public static SignalKinds Of(string state, IEnumerable<string> reasons) => state switch
    {
        DeclinedState => Of(reasons),
        RedirectedState => new(Of(reasons).Bits | Bit(SignalKind.Redirected)),
        _ => None,
    };

    /// <summary>The same with reasons that were put right.</summary>
    public SignalKinds Corrected(IEnumerable<string> reasons) => new((Bits & Bit(SignalKind.Redirected)) | Of(reasons).Bits);

    /// <summary>Whether it came back for this reason.</summary>
    public bool Has(SignalKind kind) => (Bits & Bit(kind)) != 0;

    /// <summary>The bit of a kind.</summary>
    public static int Bit(SignalKind kind) => 1 << (int)kind;
}
