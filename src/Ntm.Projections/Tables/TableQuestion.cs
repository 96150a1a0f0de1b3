using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Tables;
using Ntm.Domain.Units;

namespace Ntm.Projections.Tables;

/// <summary>What is said once for the whole of a workbook.</summary>
/// <param name="File">The SHA-256 of the file, in hexadecimal digits.</param>
public sealed record TableQuestion(
    string File, UnitId Unit, DateOnly On, CriteriaSet Set, Assessor AssessedBy, DocumentReference? Basis, TableAnswers Answers);

/// <summary>A finding a cell gives, ready to be recorded.</summary>
/// <param name="Before">What the record says of that day, this very cell apart.</param>
/// <param name="IsRecorded">This cell of this file was recorded before.</param>
public sealed record PlannedFinding(string Cell, Guid Id, FindingEntry Entry, FindingStatus Before, bool IsRecorded);

/// <summary>A workbook read against the record.</summary>
public sealed record ReadTable(TableAnswer Answer, IReadOnlyList<PlannedFinding> Findings);
