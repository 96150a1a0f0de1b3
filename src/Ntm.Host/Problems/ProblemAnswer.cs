namespace Ntm.Host.Problems;

/// <summary>An RFC 9457 problem with what a program needs to act on it.</summary>
/// <param name="Code">The first code, stable, whatever the language of the sentences.</param>
/// <param name="Sets">The criteria sets there are, where the question named none that serves.</param>
public sealed record ProblemAnswer(
    string Type, string Title, int Status, string? Detail, string Code, IReadOnlyList<ProblemError> Errors, IReadOnlyList<string>? Sets);

/// <param name="Line">From 1; null where there are no lines.</param>
public sealed record ProblemError(int? Line, string Code, string? Field, string Message);
