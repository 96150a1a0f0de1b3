using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Recording;

public sealed class GrowingRegisterTests
{
    [Fact]
    public void Entries_taken_in_together_leave_what_they_leave_one_by_one()
    {
        var samples = EntrySamples.All.Select(sample => sample.ReadFull().Entry).ToList();
        // Each beside each: what is counted first must be there before what is not, and after it.
        List<Entry> entries = [.. samples.SelectMany(one => samples.SelectMany(other => new[] { one, other, other }))];

        var register = Register.Empty;
        var growing = new GrowingRegister(Register.Empty);
        for (var sequence = 1; sequence <= entries.Count; sequence++)
        {
            var id = new Guid(sequence, 0, 0, new byte[8]);
            register = Register.Evolve(register, sequence, id, entries[sequence - 1]);
            growing.Take(sequence, id, entries[sequence - 1]);
            Assert.Equal(sequence, growing.Sequence);
            if (sequence % 7 == 0)
                AssertSame(register, growing.Current);
        }

        AssertSame(register, growing.Current);
    }

    private static void AssertSame(Register expected, Register actual)
    {
        Assert.Equal(expected.Sequence, actual.Sequence);
        Assert.Equal(expected.Units.Count, actual.Units.Count);
        Assert.All(expected.Units.Values, unit => Assert.Equal(unit.RestingEntries, actual.Units[unit.Unit].RestingEntries));
        Assert.All(expected.Units.Values, unit => Assert.Equal(unit.Names.AsEnumerable(), actual.Units[unit.Unit].Names));
        Assert.All(expected.Units.Values, unit => Assert.Equal(unit.Establishments.AsEnumerable(), actual.Units[unit.Unit].Establishments));
    }
}
