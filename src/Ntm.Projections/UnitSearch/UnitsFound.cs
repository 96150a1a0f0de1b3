namespace Ntm.Projections.UnitSearch;

/// <summary>The units a name was sought among, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Query">As asked.</param>
/// <param name="Count">How many there are; the first of them are told.</param>
/// <param name="Units">What is called exactly so, then what begins so, then a word of it, then the rest; each by name.</param>
public sealed record UnitsFound(string Query, KnownAt KnownAt, int Count, IReadOnlyList<UnitFound> Units);

/// <param name="Name">The latest name known.</param>
/// <param name="Level">The latest level known; null where none is.</param>
/// <param name="Parent">The latest parent known.</param>
/// <param name="EndedOn">The day it ends, wherever that lies.</param>
/// <param name="Successors">Of a unit that ends; empty where they are not known; null where it does not end.</param>
/// <param name="Names">Every name it ever had, by day.</param>
public sealed record UnitFound(
    string Unit, string Name, string? Level, string? Parent, string? ParentName, DateOnly? EndedOn, IReadOnlyList<string>? Successors, IReadOnlyList<NameHeld> Names);

public sealed record NameHeld(string Name, DateOnly From);
