namespace Ntm.Projections.Titles;

/// <summary>A decision that no longer stands on what it rested on, with what is known now.</summary>
/// <param name="Step">The step, in the regimes' words.</param>
/// <param name="On">The day whose facts it rested on.</param>
public sealed record StaleDecision(
    Guid Entry, string Dossier, string Step, DateOnly EffectiveOn, DocumentCited? Document, DateOnly On, string? Set,
    IReadOnlyList<BasisChange> Changes)
{
    /// <summary>The entries that changed it, each once, in record order.</summary>
    public IReadOnlyList<Guid> Entries { get; init; } = [];
}

/// <param name="What"><c>criterion</c>, <c>debt</c> or <c>unit</c>.</param>
/// <param name="Before">The status of the criterion, the debt in đồng, or whether the unit lived, as the decision had it; null where nothing was known.</param>
/// <param name="Entries">In record order: what is known now, and the retraction of what was.</param>
public sealed record BasisChange(string What, int? Criterion, string? Before, string? Now, IReadOnlyList<Guid> Entries);

/// <summary>A document as an entry names it.</summary>
public sealed record DocumentCited(string Number, DateOnly Date, string Issuer)
{
    internal static DocumentCited? Of(Domain.Entries.DocumentReference? document) =>
        document is null ? null : new DocumentCited(document.Number, document.Date, document.Issuer);
}
