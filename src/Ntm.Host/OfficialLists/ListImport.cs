using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.OfficialLists;

namespace Ntm.Host.OfficialLists;

/// <summary>What an official list is held against: a day, an area, and the document its entries rest on.</summary>
/// <param name="Under">Null for the whole country.</param>
public sealed record ListQuestion(DateOnly On, UnitId? Under, DocumentReference? Basis);

/// <summary>
/// Holds official lists of units against the record, and records what was confirmed: ordinary entries with ids made from the list,
/// all of them or none. The same confirmation again finds everything recorded and changes nothing.
/// </summary>
public sealed class ListImport(Record record, LiveRecord live, Recorder recorder)
{
    private static readonly Guid Space = new("d6a1f0c4-2b7e-5d38-9a41-8c5e7f3b1d02");
    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <returns>The comparison, or everything that is wrong; <see cref="QuestionRefusal"/> where the area is not there.</returns>
    public async Task<(ListAnswer? Answer, IReadOnlyList<LineRefusal> Refusals, QuestionRefusal? Question)> CompareAsync(
        ListFile list, ListQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var register = live.Index.Register;
        if (question.Under is { } under)
        {
            if (!register.Knows(under))
                return (null, [], QuestionRefusals.UnitUnknown(under.Value, head));
            if (!register.Find(under)!.LivesOn(question.On, register.Sequence))
                return (null, [], new QuestionRefusal(StatusCodes.Status422UnprocessableEntity, ListRefusals.UnderIsNotLiving(under, question.On)));
        }

        if (list.Refusals.Count > 0)
            return (null, list.Refusals, null);
        var (compared, refusals) = ListComparison.Compare(register, question.On, question.Under, list.Units);
        return refusals.Count > 0 ? (null, refusals, null) : (Answer(list, question, register.Sequence, compared), [], null);
    }

    /// <summary>Records differences as they were confirmed.</summary>
    /// <param name="current">The comparison as it is now.</param>
    /// <param name="confirmed">Lines of a file of differences; null: every difference there is.</param>
    public async Task<RecordingResult> ConfirmAsync(
        ListAnswer current, ListQuestion question, IReadOnlyList<ConfirmedLine>? confirmed, Act act, CancellationToken cancellation)
    {
        var differences = confirmed?.Select(line => line.Difference).ToList() ?? current.Differences;
        var entries = new DifferenceEntries(question.On, question.Basis).Of(differences);
        var lines = entries.Select(entry => new SubmittedLine(entry.Difference.Line ?? 0, IdOf(current.List, question, entry), entry.Entry, null)).ToList();
        var refusals = confirmed is null ? Undecided(differences) : await ReviewAsync(current, confirmed, entries, lines, cancellation);
        if (refusals.Count > 0)
            return new RecordingResult.Refused(refusals);
        return lines.Count == 0
            ? new RecordingResult.Recorded([])
            : await recorder.RecordAsync(lines, act, NoExpectations, cancellation);
    }

    private static List<LineRefusal> Undecided(IEnumerable<UnitDifference> differences) =>
    [
        .. differences.Where(difference => difference.Kind == DifferenceKinds.Doubtful)
            .Select(doubt => new LineRefusal(doubt.Line!.Value, ListRefusals.IsDoubtful(doubt.Unit, doubt.Readings!))),
    ];

    // A line that is a difference no more is a repetition if its entries stand already; else somebody else has recorded meanwhile.
    private async Task<List<LineRefusal>> ReviewAsync(
        ListAnswer current, IReadOnlyList<ConfirmedLine> confirmed, IReadOnlyList<ConfirmedEntry> entries, List<SubmittedLine> lines, CancellationToken cancellation)
    {
        var now = current.Differences.ToDictionary(difference => difference.Key);
        var stored = await record.FindAsync([.. lines.Select(line => line.Id!.Value)], cancellation);
        var refusals = new List<LineRefusal>();
        foreach (var line in confirmed)
        {
            var own = entries.Zip(lines).Where(entry => ReferenceEquals(entry.First.Difference, line.Difference)).ToList();
            if (own.Count > 0 && own.TrueForAll(entry => stored.ContainsKey(entry.Second.Id!.Value)))
                continue;
            if (!now.TryGetValue(line.Difference.Key, out var difference))
                refusals.Add(new LineRefusal(line.Number, ListRefusals.IsStale(line.Difference.Unit)));
            else if (!line.IsEditOf(difference))
                refusals.Add(new LineRefusal(line.Number, ListRefusals.DifferenceIsInvalid(null)));
            else if (difference.Readings is { } readings && !readings.Contains(line.Difference.Reading))
                refusals.Add(new LineRefusal(line.Number, ListRefusals.IsUndecided(difference.Unit, readings)));
        }

        return refusals;
    }

    private static ListAnswer Answer(ListFile list, ListQuestion question, long sequence, ComparedList compared)
    {
        var becoming = new DifferenceEntries(question.On, question.Basis);
        var read = compared.Differences.SelectMany(difference =>
            difference.Readings?.Select(reading => difference with { Reading = reading }) ?? [difference]);
        var entries = becoming.Of(read).Select(entry => new EntryOfDifference(
            entry.Difference.Line, entry.Difference.Unit, entry.Difference.Reading, Line(entry, IdOf(list.Sha256, question, entry))));
        return new ListAnswer(
            list.Sha256, question.On, question.Under?.Value, sequence, list.IgnoredColumns, list.LinesWithoutUnit, compared.Same,
            compared.Differences, [.. entries]);
    }

    private static JsonElement Line(ConfirmedEntry entry, Guid id)
    {
        var content = JsonNode.Parse(LineWriter.WriteStored(entry.Entry))!.AsObject();
        var line = new JsonObject { ["type"] = EntryTypes.Of(entry.Entry).Name, ["id"] = id.ToString("D") };
        foreach (var (name, value) in content)
            line[name] = value?.DeepClone();
        return JsonDocument.Parse(line.ToJsonString()).RootElement.Clone();
    }

    private static Guid IdOf(string list, ListQuestion question, ConfirmedEntry entry) =>
        NameBasedId.Of(Space, $"{list}/{question.On:yyyy-MM-dd}/{question.Under}/{entry.Name}");
}
