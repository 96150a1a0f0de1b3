using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Projections.Index;
using Ntm.Projections.Tables;

namespace Ntm.Host.Tables;

/// <summary>Understands what is said of a table. Nothing has a default but the set: a day or a level nobody stated would be a guess.</summary>
internal sealed class TableQuestions(RecordIndex index, CriteriaCatalog catalog, long knownAt)
{
    private const string NothingInstead = "-";
    private const string Blank = "blank";

    internal Resolved<TableQuestion> Resolve(TableText text, string file)
    {
        if (Given(text.On) is not { } on)
            return Refuse(TableRefusals.OptionMissing("on"));
        if (!VietnamCalendar.TryParseDay(on, out var day))
            return QuestionRefusals.Day("on");
        var set = Given(text.Set) is { } named ? catalog.Find(new SetId(named)) : catalog.InForceOn(day);
        if (set is null)
            return Given(text.Set) is { } unknown ? QuestionRefusals.SetUnknown(unknown, catalog) : QuestionRefusals.NoSetInForce(day, catalog);
        if (Given(text.AssessedBy) is not { } level)
            return Refuse(TableRefusals.OptionMissing("assessedBy"));
        if (!Assessors.Names.TryParse(level, out var assessor))
            return Refuse(FormRefusals.FieldInvalid("assessedBy", Expected.OneOf(Assessors.Names.Names)));
        if (Given(text.Unit) is not { } unitText)
            return Refuse(TableRefusals.OptionMissing("unit"));
        if (!UnitId.TryParse(unitText, out var unit) || index.Register.Find(unit)?.IsKnownAt(knownAt) != true)
            return QuestionRefusals.UnitUnknown(unitText, knownAt);

        var refusals = new List<Refusal>();
        var basis = BasisOf(text, refusals);
        var answers = AnswersOf(text, refusals);
        return refusals.Count > 0 ? Refuse(refusals[0]) : new TableQuestion(file, unit, day, set, assessor, basis, answers);
    }

    private static DocumentReference? BasisOf(TableText text, List<Refusal> refusals)
    {
        var (number, date, issuer) = (CellText.Clean(text.BasisNumber ?? ""), Given(text.BasisDate), CellText.Clean(text.BasisIssuer ?? ""));
        if (number.Length == 0 && date is null && issuer.Length == 0)
            return null;
        if (number.Length == 0 || date is null || issuer.Length == 0)
            refusals.Add(TableRefusals.BasisIncomplete());
        else if (VietnamCalendar.TryParseDay(date, out var day))
            return new DocumentReference(number, day, issuer);
        else
            refusals.Add(QuestionRefusals.Day("basisDate").Refusal);
        return null;
    }

    private static TableAnswers AnswersOf(TableText text, List<Refusal> refusals) => new()
    {
        Marks = Pairs(text.Marks, "mark", refusals, StatusOf),
        Matches = Pairs(text.Matches, "match", refusals, UnitOrNothing),
        Sheets = Pairs(text.Sheets, "sheet", refusals, UnitOrNothing),
        Without = [.. text.Without.Select(given => UnitOf(given, "without", refusals)).OfType<UnitId>()],
        Accepted = [.. text.Accepted.Select(CellText.Clean)],
        IncludeHidden = text.IncludeHidden,
    };

    private static ImmutableDictionary<string, T> Pairs<T>(
        IReadOnlyList<string> given, string option, List<Refusal> refusals, Func<string, (bool Read, T Value)> read)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var pair in given)
        {
            // A name may hold a sign of equality; what it stands for does not.
            var at = pair.LastIndexOf('=');
            var (isRead, value) = at > 0 ? read(pair[(at + 1)..].Trim()) : default;
            if (isRead)
                pairs[CellText.Clean(pair[..at])] = value;
            else
                refusals.Add(TableRefusals.AnswerInvalid(option, pair));
        }

        return pairs.ToImmutable();
    }

    private static (bool, FindingStatus) StatusOf(string name) => name == Blank
        ? (true, FindingStatus.Unassessed)
        : (FindingStatuses.Names.TryParse(name, out var status) && status != FindingStatus.Unassessed, status);

    private static (bool, UnitId?) UnitOrNothing(string text) =>
        text == NothingInstead ? (true, null) : UnitId.TryParse(text, out var unit) ? (true, unit) : (false, null);

    private static UnitId? UnitOf(string given, string option, List<Refusal> refusals)
    {
        if (UnitId.TryParse(given.Trim(), out var unit))
            return unit;
        refusals.Add(TableRefusals.AnswerInvalid(option, given));
        return null;
    }

    private static QuestionRefusal Refuse(Refusal refusal) => new(StatusCodes.Status422UnprocessableEntity, refusal);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
