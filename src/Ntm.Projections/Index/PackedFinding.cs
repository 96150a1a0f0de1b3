using Ntm.Domain.Findings;

namespace Ntm.Projections.Index;

/// <summary>
/// A finding in eight bytes. The day stands before the sequence, and both before the rest, so that the order of the numbers is the order
/// in which findings outrank each other: (effectiveOn, sequence).
/// </summary>
internal readonly record struct PackedFinding : IComparable<PackedFinding>
{
    // From the right: struck, made up, who, what, then 32 bits of sequence and 22 of the day (9999-12-31 is day 3,652,058).
    private const int SyntheticAt = 1;
    private const int AssessorAt = 2;
    private const int StatusAt = 5;
    private const int SequenceAt = 8;
    private const int DayAt = 40;
    private const ulong ThreeBits = 0b111;

    private readonly ulong _bits;

    private PackedFinding(ulong bits) => _bits = bits;

    /// <exception cref="OverflowException">The record is longer than four thousand million entries.</exception>
    internal PackedFinding(DateOnly effectiveOn, long sequence, FindingStatus status, Assessor assessedBy, bool isSynthetic) =>
        _bits = ((ulong)effectiveOn.DayNumber << DayAt) | ((ulong)checked((uint)sequence) << SequenceAt) | ((ulong)status << StatusAt)
            | ((ulong)assessedBy << AssessorAt) | ((isSynthetic ? 1UL : 0) << SyntheticAt);

    /// <summary>Greater than every finding that takes effect on that day.</summary>
    internal static PackedFinding After(DateOnly day) => new(((ulong)day.DayNumber + 1) << DayAt);

    internal DateOnly EffectiveOn => DateOnly.FromDayNumber((int)(_bits >> DayAt));

    internal long Sequence => (long)((_bits >> SequenceAt) & uint.MaxValue);

    internal FindingStatus Status => (FindingStatus)((_bits >> StatusAt) & ThreeBits);

    internal Assessor AssessedBy => (Assessor)((_bits >> AssessorAt) & ThreeBits);

    internal bool IsSynthetic => ((_bits >> SyntheticAt) & 1) != 0;

    /// <summary>Some retraction names it; from when on, the unit's list of retractions tells.</summary>
    internal bool IsStruck => (_bits & 1) != 0;

    internal PackedFinding Struck => new(_bits | 1);

    internal StandingFinding Unpacked => new(Sequence, EffectiveOn, Status, AssessedBy, IsSynthetic);

    public int CompareTo(PackedFinding other) => _bits.CompareTo(other._bits);
}
