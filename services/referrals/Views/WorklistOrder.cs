namespace Reseau.Referrals.Views;

/// <summary>In which order a worklist comes; each has its index.</summary>
internal enum WorklistOrder
{
    /// <summary>What is due first, or has waited longest.</summary>
    FirstDue,

    /// <summary>What moved last, in one list.</summary>
    LastMoved,

    /// <summary>What changed last, whatever its list.</summary>
    LastChanged,

    /// <summary>The hour of the appointment.</summary>
    Appointment,
}
