using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class PlainReading
{
    public JsonObject? Periods(string unit, long knownAt, string? set, string? assessedBy)
    {
        var known = new PlainKnowledge(lines, knownAt);
        if (!known.Knows(unit))
            return null;

        var assessors = PlainAssessors.Of(assessedBy);
        // Nothing can change but on a day some line takes effect.
        List<DateOnly> days = [.. known.Counting.Select(line => line.EffectiveOn).Distinct().Order()];
        var answer = Life(known, unit);
        answer["knownAt"] = KnownAt(knownAt);
        answer["set"] = set;
        answer["setVersion"] = null;
        answer["assessedBy"] = TextsOrNull(assessors);
        answer["periods"] = new JsonArray([..
            from one in PlainSets.Ids
            where set is null || one == set
            from criterion in Enumerable.Range(1, PlainSets.Criteria)
            from period in Runs(days.Select(day => (day, known.Winner(unit, one, criterion, day, assessors))))
            select new JsonObject
            {
                ["set"] = one,
                ["criterion"] = criterion,
                ["from"] = PlainLine.Text(period.From),
                ["to"] = DayOrNull(period.To),
                ["status"] = period.Winner.Type["criterion_".Length..],
                ["assessedBy"] = period.Winner.AssessedBy,
                ["openedBy"] = period.Winner.Id,
                ["closedBy"] = period.Next?.Id,
            }]);
        return answer;
    }

    // Day after day, a run for as long as the same line decides.
    private static IEnumerable<(PlainLine Winner, DateOnly From, DateOnly? To, PlainLine? Next)> Runs(IEnumerable<(DateOnly Day, PlainLine? Winner)> days)
    {
        (PlainLine Winner, DateOnly From)? run = null;
        foreach (var (day, winner) in days)
        {
            if (winner is null || winner == run?.Winner)
                continue;
            if (run is { } over)
                yield return (over.Winner, over.From, day, winner);
            run = (winner, day);
        }

        if (run is { } open)
            yield return (open.Winner, open.From, null, null);
    }
}
