namespace Ntm.Projections.UnitList;

/// <summary>A living unit as it is called, coded and placed on a day (docs/reference/http.md).</summary>
public sealed record UnitRow(string Unit, string? Name, string? Code, string? Level, string? Parent);
