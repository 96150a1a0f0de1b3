namespace Ntm.Host.Tests.Reading;

/// <summary>What is known after the first K lines. Only the lines are kept: every question goes through them from the beginning.</summary>
internal sealed class PlainKnowledge
{
    public PlainKnowledge(IEnumerable<PlainLine> lines, long knownAt)
    {
        Said = [.. lines.Where(line => line.Sequence <= knownAt)];
        Retracted = Said.Where(line => line.IsRetraction).Select(line => line.Text("entry")!).ToHashSet(StringComparer.Ordinal);
        Counting = [.. Said.Where(line => !line.IsRetraction && !Retracted.Contains(line.Id))];
    }

    public IReadOnlyList<PlainLine> Said { get; }

    public IReadOnlySet<string> Retracted { get; }

    /// <summary>Said and not retracted; a retraction is itself no fact.</summary>
    public IReadOnlyList<PlainLine> Counting { get; }

    public IEnumerable<string> Units() =>
        Counting.Where(line => line.Type is "unit_established").Select(line => line.Unit).Distinct().Order(StringComparer.Ordinal);

    public bool Knows(string unit) => Counting.Any(line => line.Type is "unit_established" && line.Unit == unit);

    public DateOnly? EstablishedOn(string unit) =>
        Counting.FirstOrDefault(line => line.Type is "unit_established" && line.Unit == unit)?.EffectiveOn;

    public DateOnly? EndedOn(string unit, DateOnly by) => End(unit, by)?.EffectiveOn;

    /// <summary>Null while the unit has not ended; empty when it has and nobody said into what.</summary>
    public IReadOnlyList<string>? Successors(string unit, DateOnly by) => End(unit, by) switch
    {
        null => null,
        { Type: "units_merged" } merger => [merger.Unit],
        var dissolution => dissolution.Texts("successors"),
    };

    public bool Lives(string unit, DateOnly on) => EstablishedOn(unit) <= on && EndedOn(unit, on) is null;

    public bool NotYetBorn(string unit, DateOnly on) => !Lives(unit, on) && EndedOn(unit, on) is null;

    public string? Name(string unit, DateOnly on) => Fact(unit, "unit_renamed", "name", on);

    public string? Code(string unit, DateOnly on) => Fact(unit, "unit_recoded", "code", on);

    public string? Parent(string unit, DateOnly on) => Fact(unit, "unit_reparented", "parent", on);

    public string? Level(string unit, DateOnly on) => Fact(unit, "unit_level_changed", "level", on);

    /// <summary>Whether the chain of parents on that day, all of them living, reaches the ancestor; the unit itself may be dead.</summary>
    public bool LiesUnder(string unit, string ancestor, DateOnly on)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { unit };
        for (var parent = Parent(unit, on); parent is not null && Lives(parent, on) && seen.Add(parent); parent = Parent(parent, on))
        {
            if (parent == ancestor)
                return true;
        }

        return false;
    }

    public PlainLine? Winner(string unit, string set, int criterion, DateOnly on, IReadOnlyList<string> assessors) =>
        Latest(on, line => line.IsFinding && line.Unit == unit && line.Set == set && line.Criterion == criterion
            && assessors.Contains(line.AssessedBy!, StringComparer.Ordinal));

    private PlainLine? End(string unit, DateOnly by) => Latest(by, line => line.Ends(unit));

    // An establishment states name and level, and parent and code where it gives them; where it does not, it says nothing about them.
    private string? Fact(string unit, string changedBy, string field, DateOnly on) =>
        Latest(on, line => line.Unit == unit && (line.Type == changedBy || line.Type is "unit_established") && line.Json[field] is not null)
            ?.Text(field);

    private PlainLine? Latest(DateOnly on, Func<PlainLine, bool> concerns)
    {
        PlainLine? latest = null;
        foreach (var line in Counting)
        {
            // Lines stand in record order, so of two facts of one day the later one replaces the earlier.
            if (line.EffectiveOn <= on && concerns(line) && (latest is null || line.EffectiveOn >= latest.EffectiveOn))
                latest = line;
        }

        return latest;
    }
}
