using System.Text.Json.Nodes;
using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.EventStore.Evidence;
using Ntm.Host.Entries;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.EntryHistory;

namespace Ntm.Host.Pages;

/// <summary>What the page of one entry shows, or why there is none.</summary>
/// <param name="IsPast">More has become known since the sequence asked about.</param>
/// <param name="Fields">As they stand, or as they were filled in.</param>
/// <param name="Withheld">Why whoever asks may not take it back.</param>
public sealed record EntryView(
    EntryAnswer? Answer, string UnitName, bool IsPast, IReadOnlyList<EntryField> Fields, IReadOnlyList<Refusal> Withheld, IReadOnlySet<string> StoredEvidence,
    Func<UnitId, string> NameOf, Refusal? Refusal, int HttpStatus)
{
    internal string Unit => Answer!.Entry.Recorded.Entry.Unit.Value;

    internal bool IsFinding => Answer!.Entry.Recorded.Entry is FindingEntry;
}

/// <summary>Reads the page of one entry, and records what its forms say.</summary>
internal sealed class EntryPageReading(QuestionResolver resolver, LiveRecord live, EntryDesk desk, EvidenceStore evidence, CriteriaCatalog catalog)
{
    internal IReadOnlyList<Choice> Sets => [.. catalog.Sets.Select(set => new Choice(set.Id.Value, $"{set.Decision.Number} · {set.Title.Vietnamese}"))];

    /// <param name="filled">The form as it was sent; null where none was.</param>
    internal async Task<EntryView> ReadAsync(string entry, string? knownAt, Office? office, IFormCollection? filled, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(resolved.Refusal!);
        if (await desk.FindAsync(entry, asked.Sequence, cancellation) is not { } answer)
            return Refused(QuestionRefusals.EntryUnknown(entry, asked.Sequence));
        var recorded = answer.Entry.Recorded;
        string NameOf(UnitId unit) => UnitNames.Of(live.Index.Register, unit, asked.Sequence);
        return new EntryView(
            answer, NameOf(recorded.Entry.Unit), asked.Sequence < live.Index.Position && !string.IsNullOrWhiteSpace(knownAt),
            EntryDesk.HasFields(recorded.Entry) ? [.. EntryFields.Of(recorded).Select(field => Filled(field, filled))] : [],
            desk.Withheld(answer, office),
            await evidence.StoredAmongAsync(EvidenceMentions.Of(recorded.Entry).Select(file => file.Sha256).ToHashSet(), cancellation),
            NameOf, null, StatusCodes.Status200OK);
    }

    internal Task<IReadOnlyList<Refusal>> RecordAsync(JsonObject line, Act act, CancellationToken cancellation) => desk.RecordAsync(line, act, cancellation);

    private static EntryField Filled(EntryField field, IFormCollection? filled) =>
        filled is not null && filled.TryGetValue($"f.{field.Path}", out var value) ? field with { Value = value.ToString() } : field;

    private static EntryView Refused(QuestionRefusal refusal) =>
        new(null, "", false, [], [], new HashSet<string>(), unit => unit.Value, refusal.Refusal, refusal.Status);
}
