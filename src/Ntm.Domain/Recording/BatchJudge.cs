using System.Collections.Immutable;
using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Domain.Recording;

/// <summary>An entry to append.</summary>
/// <param name="Line">The line it came from.</param>
public sealed record NewEntry(int Line, Guid Id, Entry Entry, string Stream, JsonElement? Origin);

/// <summary>What became of a line: recorded now, or already there with the same content.</summary>
public sealed record LineOutcome(int Line, Guid Id, bool Repeated);

/// <summary>A judged batch: all or nothing. With a refusal there is nothing to append.</summary>
/// <param name="Accepted">What the rules let pass, other lines apart.</param>
/// <param name="Outcomes">Of the lines that were not refused.</param>
/// <param name="After">The register with what was accepted in it.</param>
public sealed record JudgedBatch(
    IReadOnlyList<NewEntry> Accepted, IReadOnlyList<LineOutcome> Outcomes, IReadOnlyList<LineRefusal> Refusals, Register After)
{
    /// <summary>What is to be appended: all that is new, or nothing.</summary>
    public IReadOnlyList<NewEntry> New => Refusals.Count == 0 ? Accepted : [];
}

/// <summary>
/// Judges lines in their order, each on what the record and the lines before it say. Ids are compared before any rule.
/// A refused line counts as not said for the lines after it, so that one look shows all that is wrong.
/// </summary>
/// <param name="find">The entry with that id in the record; null where there is none.</param>
/// <param name="newId">Gives an id to a line without one.</param>
public sealed class BatchJudge(Register register, CriteriaCatalog catalog, DateOnly today, Func<Guid, Entry?> find, Func<Guid> newId)
{
    private readonly Dictionary<Guid, Entry> _said = [];
    private readonly List<NewEntry> _new = [];
    private readonly List<LineOutcome> _outcomes = [];
    private readonly List<LineRefusal> _refusals = [];
    private readonly GrowingRegister _register = new(register);
    private Judging? _judging;

    /// <summary>The findings of the record. Where nobody gives them, what rests on findings is not asked of a step prepared in the system.</summary>
    public FindingsOf? Findings { get; init; }

    public JudgedBatch Judge(IReadOnlyList<SubmittedLine> lines)
    {
        _said.EnsureCapacity(lines.Count);
        _new.EnsureCapacity(lines.Count);
        _outcomes.EnsureCapacity(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (line.Replacement is { } replacement)
                JudgeCorrection(line, replacement, nested: true);
            else if (IsRepeated(line) is { } repeated)
                Note(line, repeated);
            else if (line.Entry is not EntryRetracted { ReplacedBy: { } replacedBy })
                JudgeAlone(line);
            else if (index + 1 < lines.Count && lines[index + 1] is { Replacement: null, Entry: DatedEntry } next && next.Id == replacedBy)
                JudgeCorrection(line, lines[++index], nested: false);
            else
                Refuse(line.Line, FormRefusals.ReplacementMissing(replacedBy));
        }

        return new JudgedBatch(_new, _outcomes, _refusals, _register.Current);
    }

    private void JudgeAlone(SubmittedLine line)
    {
        var id = line.Id ?? newId();
        Take(line, null, EntryTypes.Decide(id, line.Entry, On(_register.Before(line.Entry))));
    }

    // A run of findings is judged on one register.
    private Judging On(Register register) =>
        ReferenceEquals(_judging?.Register, register) ? _judging! : _judging = new Judging(register, catalog, today, Find, Findings is null ? null : GroundsIn);

    /// <param name="nested">
    /// One line holding its replacement; otherwise the two lines of an export, judged as the correction they were.
    /// </param>
    private void JudgeCorrection(SubmittedLine line, SubmittedLine replacement, bool nested)
    {
        var retraction = (EntryRetracted)line.Entry;
        var stored = line.Id is { } given ? Find(given) : null;
        if (nested && stored is not null)
        {
            // On the stored form: the correction equals its two entries, and a replacement without id matches the one given.
            var same = stored is EntryRetracted { ReplacedBy: { } standing }
                && (replacement.Id ?? standing) == standing
                && LineWriter.SayTheSame(stored, retraction with { ReplacedBy = standing })
                && Find(standing) is { } stands && LineWriter.SayTheSame(stands, replacement.Entry);
            if (!same)
            {
                Refuse(line.Line, RuleRefusals.EntryIdReused(line.Id!.Value));
                return;
            }

            _outcomes.Add(new LineOutcome(line.Line, line.Id!.Value, Repeated: true));
            _outcomes.Add(new LineOutcome(line.Line, ((EntryRetracted)stored).ReplacedBy!.Value, Repeated: true));
            return;
        }

        var id = line.Id ?? newId();
        var replacementId = replacement.Id ?? newId();
        if (Find(replacementId) is not null || replacementId == id)
        {
            Refuse(replacement.Line, RuleRefusals.EntryIdReused(replacementId) with { Field = nested ? "replacement.id" : "id" });
            return;
        }

        var command = new CorrectEntry(id, retraction with { ReplacedBy = replacementId }, replacementId, (DatedEntry)replacement.Entry);
        var decision = CorrectEntryHandler.Handle(command, On(_register.Current));
        if (!nested && decision is Decision.Refused refused)
            RefuseTwoLines(line.Line, replacement.Line, refused);
        else
            Take(line, replacement, decision);
    }

    // Of the two lines of an export each is told what is wrong with itself.
    private void RefuseTwoLines(int retraction, int replacement, Decision.Refused refused)
    {
        foreach (var refusal in refused.Refusals)
        {
            if (CorrectEntryHandler.OfReplacement(refusal) is { } own)
                Refuse(replacement, own);
            else
                Refuse(retraction, refusal);
        }
    }

    private void Take(SubmittedLine line, SubmittedLine? replacement, Decision decision)
    {
        if (decision is Decision.Refused refused)
        {
            foreach (var refusal in refused.Refusals)
                Refuse(line.Line, refusal);
            return;
        }

        var entries = ((Decision.Accepted)decision).Entries;
        for (var index = 0; index < entries.Count; index++)
        {
            var (id, entry) = entries[index];
            var source = index == 0 ? line : replacement!;
            _new.Add(new NewEntry(source.Line, id, entry, StreamOf(entry), source.Origin));
            _outcomes.Add(new LineOutcome(source.Line, id, Repeated: false));
            _said[id] = entry;
            _register.Take(_register.Sequence + 1, id, entry);
        }
    }

    private bool? IsRepeated(SubmittedLine line) =>
        line.Id is not { } id || Find(id) is not { } stored ? null : LineWriter.SayTheSame(stored, line.Entry);

    private void Note(SubmittedLine line, bool same)
    {
        if (same)
            _outcomes.Add(new LineOutcome(line.Line, line.Id!.Value, Repeated: true));
        else
            Refuse(line.Line, RuleRefusals.EntryIdReused(line.Id!.Value));
    }

    private void Refuse(int line, Refusal refusal) => _refusals.Add(new LineRefusal(line, refusal));

    private Entry? Find(Guid id) => _said.GetValueOrDefault(id) ?? find(id);

    private GroundsOf GroundsIn(Register now) => (unit, set, on) => Grounds(now, unit, set, on);

    // What the batch says comes after all there is; whatever is retracted in the register was never said.
    private IReadOnlyList<CriterionGrounds> Grounds(Register now, UnitId unit, CriteriaSet set, DateOnly on)
    {
        var before = _register.Sequence - _said.Count;
        var said = _said.Select((said, place) => (said.Key, Finding: said.Value as FindingEntry, Sequence: before + place + 1))
            .Where(said => said.Finding is { } finding && finding.Unit == unit && finding.Set == set.Id)
            .ToLookup(said => said.Finding!.Criterion, said => new Fact<FoundStatus>(
                said.Key, said.Sequence, said.Finding!.EffectiveOn, new(said.Finding.Status, said.Finding.AssessedBy)));
        return
        [
            .. set.Criteria.Select(criterion => CriterionGrounds.Of(
                criterion.Number, [.. Findings!(unit, set.Id, criterion.Number).Concat(said[criterion.Number]).Where(found => !now.IsRetracted(found.Entry))], on, now.Sequence)),
        ];
    }

    // A retraction lives in the stream of the entry it names.
    private string StreamOf(Entry entry) => StreamId.Of((DatedEntry)(entry is EntryRetracted retraction ? Find(retraction.Entry)! : entry));
}
