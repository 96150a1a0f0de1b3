using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;

namespace Ntm.Host.Questions;

/// <summary>A question as asked, before anything of it is understood; null or empty where not asked.</summary>
public sealed record QuestionText(
    string? On = null, string? KnownAt = null, string? Set = null, string? AssessedBy = null, string? Boundary = null, string? MinSequence = null);

/// <summary>A question with everything resolved: asked again with these values it gets the same answer for ever.</summary>
/// <param name="Sequence">The index holds everything up to it.</param>
public sealed record Question(DateOnly On, long Sequence, CriteriaSet Set, AssessorSet Assessors, DateOnly Boundary)
{
    /// <summary>To be asked again, of whatever answers the same question in another form.</summary>
    internal QuestionText ToText() => new(
        VietnamCalendar.Format(On), Sequence.ToString(CultureInfo.InvariantCulture), Set.Id.Value, string.Join(',', Assessors.ToNames()),
        VietnamCalendar.Format(Boundary));
}

/// <summary>What is asked of the record as known at a sequence, whatever the day.</summary>
/// <param name="Set">Null: every set.</param>
/// <param name="Sequence">The index holds everything up to it.</param>
public sealed record Knowledge(long Sequence, CriteriaSet? Set, AssessorSet Assessors);

/// <summary>A day and a sequence.</summary>
/// <param name="Sequence">The index holds everything up to it.</param>
public sealed record Moment(DateOnly On, long Sequence);

/// <summary>A day, a sequence, and whose findings count, for questions that bring their own criteria.</summary>
/// <param name="Sequence">The index holds everything up to it.</param>
public sealed record AssessedMoment(DateOnly On, long Sequence, AssessorSet Assessors);

/// <summary>Why a question gets no answer.</summary>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Sets">The sets there are, where none is in force on the day.</param>
public sealed record QuestionRefusal(int Status, Refusal Refusal, IReadOnlyList<string>? Sets = null);

/// <summary>Either the question or why not.</summary>
public sealed record Resolved<T>(T? Value, QuestionRefusal? Refusal) where T : class
{
    public static implicit operator Resolved<T>(T value) => new(value, null);

    public static implicit operator Resolved<T>(QuestionRefusal refusal) => new(null, refusal);
}
