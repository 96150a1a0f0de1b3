using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Recording;

/// <summary>What became of a batch: all of it stands, or none of it.</summary>
public abstract record RecordingResult
{
    private RecordingResult()
    {
    }

    /// <summary>All of it stands, durably; lines that stood before are marked as repeated.</summary>
    public sealed record Recorded(IReadOnlyList<RecordedLine> Lines) : RecordingResult;

    public sealed record Refused(IReadOnlyList<LineRefusal> Refusals) : RecordingResult;

    /// <summary>A stream is not at the version the caller had seen.</summary>
    public sealed record VersionClash(string Stream, long Expected, long Actual) : RecordingResult;

    /// <summary>Only of a <see cref="Succession"/>: a batch before this one was not recorded, so this one was not looked at.</summary>
    public sealed record NotReached : RecordingResult;
}

public sealed record RecordedLine(int Line, RecordedEntry Entry, bool Repeated);
