namespace Ntm.Projections.Reports;

/// <summary>Makes reports.</summary>
public static class ReportReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static Report? Read(ReportKind kind, ReportQuestion question)
    {
        if (question.Index.Map.Find(question.Unit) is not { } unit || !unit.IsKnownAt(question.KnownAt))
            return null;
        var content = kind.Produce(question);
        var parameters = new ReportParameters(
            question.Unit.Value, unit.NameOn(question.Boundary, question.KnownAt), unit.LevelOn(question.Boundary, question.KnownAt), question.On,
            KnownAt.Of(question.Index, question.KnownAt), question.Set, question.Assessors.ToNames(),
            question.Boundary, kind.Compares ? question.Since : null);
        return new Report(kind, parameters, content.Tables, content.Notes);
    }
}
