using Ntm.Domain.Interchange;

namespace Ntm.Domain.Plans.Content;

/// <summary>One thing a plan says.</summary>
public abstract record PlanStatement
{
    /// <summary>A slug, unique in its plan: findings on the plan and other statements name it.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence, clause, heading or cell as printed, misprints kept, inside one line of the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands: <c>II.1.2</c>, <c>Phụ lục 1, X.2</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The year the words speak of, where they name one that is to be the plan's own.</summary>
    public int? Year { get; init; }

    internal static PlanStatement Read(FieldReader fields) => StatementKinds.Read(fields);
}

/// <summary>A day by which something is due, and the words that say so.</summary>
public sealed record Deadline(DateOnly Due, string Text)
{
    internal static Deadline? Read(FieldReader fields) => fields.Nested("deadline") is not { } deadline
        ? null
        : FieldReader.Ended(deadline, new Deadline(deadline.Day("due"), deadline.NonEmptyText("text")));
}
