using System.Runtime.InteropServices;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A published service with the place that shows it and the institution behind, before they are unpacked.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shown(ServiceFact Service, StructureFact Place, Institution Institution);
