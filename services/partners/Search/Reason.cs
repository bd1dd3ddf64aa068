namespace Reseau.Partners.Search;

/// <summary>Why a service is in the list, and what it counted for. <paramref name="Detail"/> is a value, not a sentence: see <see cref="ReasonKind"/>.</summary>
public sealed record Reason(ReasonKind Kind, double Weight, string Detail);

public enum ReasonKind
{
    /// <summary>Detail: the code of a theme asked for.</summary>
    Theme = 1,

    /// <summary>Detail: the code of the family asked for.</summary>
    ThemeFamily = 2,

    /// <summary>Detail: the code of a public asked for.</summary>
    Public = 3,

    /// <summary>The service is for everyone. Detail: <c>tous-publics</c>, or nothing when the service names no public.</summary>
    AnyPublic = 4,

    /// <summary>Detail: whole metres.</summary>
    Distance = 5,

    /// <summary>The person's commune is among those served. Detail: the zone's code; <c>france</c> when everywhere.</summary>
    EligibilityZone = 6,

    /// <summary>Detail: the words found, as typed but without accents, separated by spaces.</summary>
    Text = 7,

    /// <summary>Can be used without travelling. Detail: nothing.</summary>
    Remote = 8,

    /// <summary>How long the service usually takes to answer a referral. Detail: days, with one decimal.</summary>
    UsualDelay = 9,

    /// <summary>It was said to have room today. Detail: places left, or nothing when they are not counted.</summary>
    Room = 10,

    /// <summary>Well described and lately confirmed. Detail: nothing.</summary>
    Quality = 11,

    /// <summary>Open at the moment asked for. Detail: nothing.</summary>
    Open = 12,

    /// <summary>Detail: the code of a language asked for.</summary>
    Language = 13,

    /// <summary>Bound by a convention to the institution that asks. Detail: its last day, ISO 8601; nothing without end.</summary>
    Convention = 14,
}
