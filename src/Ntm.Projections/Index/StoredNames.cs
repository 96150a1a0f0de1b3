using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>Units and sets as findings name them: a name that was read once is not made again.</summary>
internal sealed class StoredNames
{
    private readonly Dictionary<string, UnitId>.AlternateLookup<ReadOnlySpan<char>> _units =
        new Dictionary<string, UnitId>().GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, SetId>.AlternateLookup<ReadOnlySpan<char>> _sets =
        new Dictionary<string, SetId>().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="unit">In UTF-8.</param>
    /// <param name="sequence">Of the entry that names it.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal UnitId Unit(ReadOnlySpan<byte> unit, long sequence)
    {
        Span<char> name = stackalloc char[unit.Length];
        name = name[..Encoding.UTF8.GetChars(unit, name)];
        if (_units.TryGetValue(name, out var known))
            return known;
        return _units[name] = UnitId.TryParse(name.ToString(), out var id)
            ? id
            : throw new InvalidDataException($"Entry {sequence} of the record: '{name}' is not the identity of a unit.");
    }

    /// <param name="set">In UTF-8.</param>
    internal SetId Set(ReadOnlySpan<byte> set)
    {
        Span<char> name = stackalloc char[set.Length];
        name = name[..Encoding.UTF8.GetChars(set, name)];
        return _sets.TryGetValue(name, out var known) ? known : _sets[name] = new SetId(name.ToString());
    }
}
