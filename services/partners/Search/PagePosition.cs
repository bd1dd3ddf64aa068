using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>Where a page ended: what follows is what comes after it in the order of results, even if other services came or went meanwhile.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PagePosition(ulong Order, string ServiceId);
