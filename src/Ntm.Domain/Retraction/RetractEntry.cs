using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Retraction;

public sealed record RetractEntry(Guid Id, EntryRetracted Entry);

public static class RetractEntryHandler
{
    /// <param name="named">The entry it names as it stands in the record; null where there is none.</param>
    public static Decision Handle(RetractEntry command, Register register, Entry? named)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        refusals.RequireRetractable(register, entry, named);
        if (named is not (null or Tombstone) && EntryTypes.Of(named).IsDecision)
            refusals.Add(RuleRefusals.EntryIsDecision(entry.Entry));
        if (refusals.Count == 0)
            refusals.RequireSoundUnit(register.After(id, entry), named!);
        return Decision.Of(refusals, id, entry);
    }
}

/// <param name="Entry">The retraction inside the correction; <see cref="EntryRetracted.ReplacedBy"/> names the replacement.</param>
public sealed record CorrectEntry(Guid Id, EntryRetracted Entry, Guid ReplacementId, DatedEntry Replacement);

public static class CorrectEntryHandler
{
    private const string Place = "replacement";

    /// <summary>
    /// The replacement is judged as if the entry it replaces had never been said; what must hold of a unit is judged on both together,
    /// so that an establishment on which entries rest can move to another day.
    /// </summary>
    public static Decision Handle(CorrectEntry command, Judging judging)
    {
        var (register, named) = (judging.Register, judging.Find(command.Entry.Entry));
        var refusals = new List<Refusal>();
        refusals.RequireRetractable(register, command.Entry, named);
        if (refusals.Count > 0)
            return new Decision.Refused(refusals);

        var withoutIt = register.After(command.Id, command.Entry);
        var replaced = EntryTypes.Decide(command.ReplacementId, command.Replacement, judging with
        {
            Register = withoutIt, Find = id => id == command.Entry.Entry ? null : judging.Find(id),
        });
        if (replaced is Decision.Refused refused)
            refusals.AddRange(refused.Refusals.Select(refusal => refusal with { Field = refusal.Field is { } field ? $"{Place}.{field}" : Place }));

        refusals.RequireSoundUnit(withoutIt.After(command.ReplacementId, command.Replacement), named!);
        return Decision.Of(refusals, [new ProposedEntry(command.Id, command.Entry), new ProposedEntry(command.ReplacementId, command.Replacement)]);
    }

    /// <summary>What a refusal says of the replacement as a line of its own; null where it speaks of the retraction.</summary>
    internal static Refusal? OfReplacement(Refusal refusal) => refusal.Field switch
    {
        Place => refusal with { Field = null },
        { } field when field.StartsWith(Place + ".", StringComparison.Ordinal) => refusal with { Field = field[(Place.Length + 1)..] },
        _ => null,
    };
}

internal static class RetractionRequirements
{
    internal static void RequireRetractable(this List<Refusal> refusals, Register register, EntryRetracted retraction, Entry? named)
    {
        // A tombstone is no entry to anyone outside.
        if (named is null or Tombstone)
            refusals.Add(RuleRefusals.EntryUnknown(retraction.Entry));
        else if (named is EntryRetracted)
            refusals.Add(RuleRefusals.EntryIsRetraction(retraction.Entry));
        else if (register.IsRetracted(retraction.Entry))
            refusals.Add(RuleRefusals.EntryRetracted(retraction.Entry));
        else if (named.Unit != retraction.Unit)
            refusals.Add(RuleRefusals.EntryOtherUnit(retraction.Entry, named.Unit));
    }

    /// <summary>Taking a fact away can uncover what it hid: an older parent, entries without their unit.</summary>
    internal static void RequireSoundUnit(this List<Refusal> refusals, Register after, Entry named)
    {
        if (named is UnitEstablished)
            refusals.RequireEstablishedWhereEntriesRest(after, named.Unit);
        if (named is UnitEstablished or UnitReparented)
            refusals.RequireNoCycle(after, named.Unit, "entry");
    }
}
