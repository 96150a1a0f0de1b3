using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Domain.Recording;

/// <summary>
/// A register that takes in entry after entry and is the same as if each had been taken in by itself. What only rests on its unit, most
/// of any record, is counted and put in together: a long run of findings changes the register once for each unit, not once for each line.
/// </summary>
public sealed class GrowingRegister(Register register)
{
    private readonly Dictionary<UnitId, int> _resting = [];
    private Register _register = register;

    /// <summary>The last entry taken in.</summary>
    public long Sequence { get; private set; } = register.Sequence;

    /// <summary>What was taken in so far, as a value of its own.</summary>
    public Register Current
    {
        get
        {
            if (Sequence != _register.Sequence)
            {
                _register = _register.WithResting(_resting, Sequence);
                _resting.Clear();
            }

            return _register;
        }
    }

    /// <summary>What was taken in so far, as far as it bears on such an entry.</summary>
    internal Register Before(Entry entry) => OnlyRests(entry) ? _register : Current;

    public void Take(long sequence, Guid id, Entry entry)
    {
        if (OnlyRests(entry))
            _resting[entry.Unit] = _resting.GetValueOrDefault(entry.Unit) + 1;
        else
            _register = Register.Evolve(Current, sequence, id, entry);
        Sequence = sequence;
    }

    /// <summary>Takes in an entry of which nothing is asked but that it rests on its unit: a finding, read without making an entry of it.</summary>
    public void TakeFinding(long sequence, UnitId unit)
    {
        _resting[unit] = _resting.GetValueOrDefault(unit) + 1;
        Sequence = sequence;
    }

    // Named one by one: of these no rule asks how many entries rest on a unit, nor which was the last. A new type is safe until it is listed.
    private static bool OnlyRests(Entry entry) => entry is FindingEntry or IndicatorMeasured;
}
