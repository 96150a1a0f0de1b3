using Ntm.Domain.Recording;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>What a unit is called on a page.</summary>
internal static class UnitNames
{
    /// <summary>The latest name known; the slug where none is.</summary>
    internal static string Of(Register register, UnitId unit, long knownAt) =>
        register.Find(unit)?.NameOn(DateOnly.MaxValue, knownAt) ?? unit.Value;
}
