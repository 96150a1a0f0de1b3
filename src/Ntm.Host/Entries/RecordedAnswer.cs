namespace Ntm.Host.Entries;

/// <summary>What became of each line; a correction has two entries under one line.</summary>
public sealed record RecordedAnswer(IReadOnlyList<RecordedLineAnswer> Entries);

/// <param name="Repeated">It stood before with the same content; nothing was changed.</param>
public sealed record RecordedLineAnswer(int Line, Guid Id, long Sequence, string RecordedAt, string Stream, long Version, bool Repeated);
