using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Host.Accounts;
using Ntm.Host.Entries;
using Ntm.Host.Evidence;
using Ntm.Host.OfficialLists;
using Ntm.Host.Plans;
using Ntm.Host.Problems;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;
using Ntm.Projections.Appraisal;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Inspections;
using Ntm.Projections.StatusDifference;
using Ntm.Projections.PlanResults;
using Ntm.Projections.Plans;
using Ntm.Projections.RollUp;
using Ntm.Projections.Tables;
using Ntm.Projections.TimePlane;
using Ntm.Projections.Titles;
using Ntm.Projections.UnitList;
using Ntm.Projections.UnitSearch;

namespace Ntm.Host.Questions;

/// <summary>JSON of every answer: camelCase, absent values null and never left out, Vietnamese unescaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(MatrixAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(EntryAnswer))]
[JsonSerializable(typeof(PeriodsAnswer))]
[JsonSerializable(typeof(DifferenceAnswer))]
[JsonSerializable(typeof(PlaneAnswer))]
[JsonSerializable(typeof(RollUpAnswer))]
[JsonSerializable(typeof(CourseAnswer))]
[JsonSerializable(typeof(IReadOnlyList<UnitRow>))]
[JsonSerializable(typeof(UnitsFound))]
[JsonSerializable(typeof(RecordedAnswer))]
[JsonSerializable(typeof(TableAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(DifferencesHeader))]
[JsonSerializable(typeof(IReadOnlyList<PlanRow>))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(PlanResultAnswer))]
[JsonSerializable(typeof(TasksAnswer))]
[JsonSerializable(typeof(TitlesAnswer))]
[JsonSerializable(typeof(DossierAnswer))]
[JsonSerializable(typeof(TitleWatch))]
[JsonSerializable(typeof(AppraisalSheet))]
[JsonSerializable(typeof(PreparedBasis))]
[JsonSerializable(typeof(InspectionsAnswer))]
[JsonSerializable(typeof(InspectionListAnswer))]
[JsonSerializable(typeof(PlanFileAnswer))]
[JsonSerializable(typeof(ReportCheck))]
[JsonSerializable(typeof(IReadOnlyList<ReportListed>))]
[JsonSerializable(typeof(PlanCheckAnswer))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(EvidenceUseAnswer))]
[JsonSerializable(typeof(EvidenceCitationsAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PlanFindingLine>))]
[JsonSerializable(typeof(IReadOnlyList<AccountAnswer>))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(IReadOnlyList<AccountActAnswer>))]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(OfficeBody))]
[JsonSerializable(typeof(EndBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(PersonBody))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    internal static AnswerJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = WriterOptions.Encoder,
    });

    /// <summary>For what writes an answer itself: it must come to the same bytes.</summary>
    internal static JsonWriterOptions WriterOptions => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static void Write(Utf8JsonWriter json, IReadOnlyList<UnitRow> answer) => JsonSerializer.Serialize(json, answer, Written.IReadOnlyListUnitRow);

    internal static void Write(Utf8JsonWriter json, IReadOnlyList<PlanRow> answer) => JsonSerializer.Serialize(json, answer, Written.IReadOnlyListPlanRow);

    internal static void Write(Utf8JsonWriter json, PlanAnswer answer) => JsonSerializer.Serialize(json, answer, Written.PlanAnswer);

    internal static void Write(Utf8JsonWriter json, PlanCheckAnswer answer) => JsonSerializer.Serialize(json, answer, Written.PlanCheckAnswer);

    internal static void Write(Utf8JsonWriter json, PlanResultAnswer answer) => JsonSerializer.Serialize(json, answer, Written.PlanResultAnswer);

    internal static void Write(Utf8JsonWriter json, TasksAnswer answer) => JsonSerializer.Serialize(json, answer, Written.TasksAnswer);

    internal static void Write(Utf8JsonWriter json, TitlesAnswer answer) => JsonSerializer.Serialize(json, answer, Written.TitlesAnswer);

    internal static void Write(Utf8JsonWriter json, DossierAnswer answer) => JsonSerializer.Serialize(json, answer, Written.DossierAnswer);

    internal static void Write(Utf8JsonWriter json, PreparedBasis answer) => JsonSerializer.Serialize(json, answer, Written.PreparedBasis);

    internal static void Write(Utf8JsonWriter json, TitleWatch answer) => JsonSerializer.Serialize(json, answer, Written.TitleWatch);

    internal static void Write(Utf8JsonWriter json, InspectionsAnswer answer) => JsonSerializer.Serialize(json, answer, Written.InspectionsAnswer);

    internal static void Write(Utf8JsonWriter json, InspectionListAnswer answer) => JsonSerializer.Serialize(json, answer, Written.InspectionListAnswer);

    internal static void Write(Utf8JsonWriter json, AppraisalSheet answer) => JsonSerializer.Serialize(json, answer, Written.AppraisalSheet);

    internal static void Write(Utf8JsonWriter json, HistoryAnswer answer) => JsonSerializer.Serialize(json, answer, Written.HistoryAnswer);

    internal static void Write(Utf8JsonWriter json, PeriodsAnswer answer) => JsonSerializer.Serialize(json, answer, Written.PeriodsAnswer);

    internal static void Write(Utf8JsonWriter json, DifferenceAnswer answer) => JsonSerializer.Serialize(json, answer, Written.DifferenceAnswer);
}
