using System.Text.Json.Serialization;

namespace Ntm.Projections.OfficialLists;

/// <summary>One thing in which a list differs from the record, or may (docs/reference/command-line.md).</summary>
/// <param name="Line">The row of the list; null for a unit that is in no row.</param>
/// <param name="Kind">One of <see cref="DifferenceKinds"/>.</param>
/// <param name="Unit">The unit it speaks of; of a new one, the identity it shall have.</param>
/// <param name="CodeAsWritten">The code as it stood in the list, where its leading zeros were lost.</param>
/// <param name="Was">What the record says of the unit that day; null for a new one.</param>
/// <param name="CodeOf">Another unit that carries the listed code in the record that day.</param>
/// <param name="Reason">Of a doubt: why it is one.</param>
/// <param name="Readings">Of a doubt: what it can mean.</param>
/// <param name="Reading">Of a doubt: which of them was chosen.</param>
/// <param name="NewUnit">Of a doubt: the identity of the new unit, if it is one.</param>
/// <param name="Successors">Of a unit that is gone: who came after it, where somebody has said so.</param>
public sealed record UnitDifference(
    int? Line, string Kind, string Unit, string? Name, string? Level, string? Parent, string? Code, string? CodeAsWritten, UnitAsRecorded? Was,
    string? CodeOf, string? Reason = null, IReadOnlyList<string>? Readings = null, string? Reading = null, string? NewUnit = null,
    IReadOnlyList<string>? Successors = null)
{
    /// <summary>What stays as it is when somebody edits a line: the same difference in the same list.</summary>
    [JsonIgnore]
    public string Key => Line is { } line ? $"{line}/{Kind}" : $"{Unit}/{Kind}";
}

public sealed record UnitAsRecorded(string? Name, string? Level, string? Parent, string? Code);

public static class DifferenceKinds
{
    public const string Recoded = "recoded";
    public const string Reparented = "reparented";
    public const string LevelChanged = "level_changed";
    public const string New = "new";
    public const string Gone = "gone";
    public const string Doubtful = "doubtful";
}

/// <summary>What a doubt can mean.</summary>
public static class Readings
{
    /// <summary>It is the recorded unit under another name.</summary>
    public const string Renamed = "renamed";

    /// <summary>It is the recorded unit under another parent.</summary>
    public const string Reparented = "reparented";

    /// <summary>It is a new unit, and the recorded one is gone.</summary>
    public const string New = "new";
}

public static class DoubtReasons
{
    /// <summary>The listed code is that of a unit whose name is in no row.</summary>
    public const string SameCode = "same_code";

    /// <summary>One name came and one went under one parent.</summary>
    public const string OneForOne = "one_for_one";

    /// <summary>The name is that of a unit under another parent.</summary>
    public const string OtherParent = "other_parent";
}

/// <summary>A list held against the record.</summary>
/// <param name="Same">Units of which list and record say the same.</param>
public sealed record ComparedList(IReadOnlyList<string> Same, IReadOnlyList<UnitDifference> Differences);
