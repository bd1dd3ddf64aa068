using System.Runtime.InteropServices;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>An event of the directory and when it happened: what the index is fed with.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DirectoryChange(PartnerEvent Event, DateTimeOffset At);
