using System.Collections.Immutable;
using Ntm.Domain.Folding;

namespace Ntm.Domain.Units;

/// <summary>Everything ever said of one unit's existence, name, code, parent and level, on both clocks. Immutable.</summary>
public sealed record UnitHistory(UnitId Unit)
{
    public ImmutableArray<Fact<UnitLevel>> Establishments { get; init; } = [];
    public ImmutableArray<Fact<string>> Names { get; init; } = [];
    public ImmutableArray<Fact<string?>> Codes { get; init; } = [];
    public ImmutableArray<Fact<UnitId?>> Parents { get; init; } = [];
    public ImmutableArray<Fact<UnitLevel>> Levels { get; init; } = [];

    /// <summary>Ends of this unit with its successors; an empty list of successors means they are not known.</summary>
    public ImmutableArray<Fact<ImmutableArray<UnitId>>> Ends { get; init; } = [];

    /// <summary>Units merged into this one.</summary>
    public ImmutableArray<Fact<ImmutableArray<UnitId>>> Absorptions { get; init; } = [];

    /// <summary>Standing entries about this unit other than its establishment.</summary>
    public int RestingEntries { get; init; }

    /// <summary>Established, on whatever day, and that not retracted.</summary>
    public bool IsKnownAt(long knownAt) => EstablishmentAt(knownAt) is not null;

    public Fact<UnitLevel>? EstablishmentAt(long knownAt) => Fold.Winner(Establishments, DateOnly.MaxValue, knownAt);

    /// <summary>The end that stands, on whatever day.</summary>
    public Fact<ImmutableArray<UnitId>>? EndAt(long knownAt) => EndBy(DateOnly.MaxValue, knownAt);

    /// <summary>The end that stands and has come by that day: a unit no longer lives on the day it ends.</summary>
    public Fact<ImmutableArray<UnitId>>? EndBy(DateOnly on, long knownAt) => Fold.Winner(Ends, on, knownAt);

    public bool LivesOn(DateOnly on, long knownAt) => Fold.Winner(Establishments, on, knownAt) is not null && EndBy(on, knownAt) is null;

    public string? NameOn(DateOnly on, long knownAt) => Fold.Winner(Names, on, knownAt)?.Value;

    public string? CodeOn(DateOnly on, long knownAt) => Fold.Winner(Codes, on, knownAt)?.Value;

    public UnitId? ParentOn(DateOnly on, long knownAt) => Fold.Winner(Parents, on, knownAt)?.Value;

    public UnitLevel? LevelOn(DateOnly on, long knownAt) => Fold.Winner(Levels, on, knownAt)?.Value;

    /// <summary>The same was said of the unit itself; how many entries rest on it may differ.</summary>
    internal bool SaysTheSameAs(UnitHistory? other) => other is not null
        && Establishments == other.Establishments && Names == other.Names && Codes == other.Codes && Parents == other.Parents
        && Levels == other.Levels && Ends == other.Ends && Absorptions == other.Absorptions;

    internal UnitHistory With(UnitEstablished said, Guid entry, long sequence) => this with
    {
        Establishments = Establishments.Add(new(entry, sequence, said.EffectiveOn, said.Level)),
        Names = Names.Add(new(entry, sequence, said.EffectiveOn, said.Name)),
        Codes = Codes.Add(new(entry, sequence, said.EffectiveOn, said.Code)),
        Parents = Parents.Add(new(entry, sequence, said.EffectiveOn, said.Parent)),
        Levels = Levels.Add(new(entry, sequence, said.EffectiveOn, said.Level)),
    };

    internal UnitHistory Strike(Guid entry, long sequence) => this with
    {
        Establishments = Fold.Strike(Establishments, entry, sequence),
        Names = Fold.Strike(Names, entry, sequence),
        Codes = Fold.Strike(Codes, entry, sequence),
        Parents = Fold.Strike(Parents, entry, sequence),
        Levels = Fold.Strike(Levels, entry, sequence),
        Ends = Fold.Strike(Ends, entry, sequence),
        Absorptions = Fold.Strike(Absorptions, entry, sequence),
    };
}
