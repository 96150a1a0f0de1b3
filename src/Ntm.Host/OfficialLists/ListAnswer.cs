using System.Text.Json;
using Ntm.Projections.OfficialLists;

namespace Ntm.Host.OfficialLists;

/// <summary>A list held against the record; nothing is recorded by it (docs/reference/http.md).</summary>
/// <param name="List">The SHA-256 of the list.</param>
/// <param name="Sequence">The last entry of the record it was held against.</param>
/// <param name="Entries">What the differences become if they are confirmed, in the order in which they can be recorded.</param>
public sealed record ListAnswer(
    string List, DateOnly On, string? Under, long Sequence, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<int> LinesWithoutUnit,
    IReadOnlyList<string> Same, IReadOnlyList<UnitDifference> Differences, IReadOnlyList<EntryOfDifference> Entries);

/// <param name="Line">The row of the list; null for a unit that is in no row.</param>
/// <param name="Unit">The unit of the difference.</param>
/// <param name="Reading">Of a doubt: the reading under which it is an entry; record those of one reading only.</param>
/// <param name="Entry">A line of the interchange, ready to be posted.</param>
public sealed record EntryOfDifference(int? Line, string Unit, string? Reading, JsonElement Entry);

/// <summary>The first line of a file of differences: of which comparison they are.</summary>
public sealed record DifferencesHeader(string List, DateOnly On, string? Under);
