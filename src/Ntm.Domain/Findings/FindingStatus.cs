using Ntm.Domain.Interchange;

namespace Ntm.Domain.Findings;

/// <summary>What stands of one criterion. The only list of statuses: names in lines and answers, letters in a matrix.</summary>
public enum FindingStatus
{
    /// <summary>No finding. Never "not met".</summary>
    Unassessed,
    Attained,
    NotAttained,
    Lost,

    /// <summary>Cơ bản đạt: a third result, never folded into "attained".</summary>
    BasicallyMet,

    /// <summary>Không xét: counts as fulfilled, not as attained.</summary>
    NotApplicable,
}

public static class FindingStatuses
{
    public static WireNames<FindingStatus> Names { get; } = new(
        ("attained", FindingStatus.Attained),
        ("not_attained", FindingStatus.NotAttained),
        ("lost", FindingStatus.Lost),
        ("basically_met", FindingStatus.BasicallyMet),
        ("not_applicable", FindingStatus.NotApplicable),
        ("unassessed", FindingStatus.Unassessed));

    public static char Letter(this FindingStatus status) => status switch
    {
        FindingStatus.Attained => 'A',
        FindingStatus.NotAttained => 'X',
        FindingStatus.Lost => 'L',
        FindingStatus.BasicallyMet => 'B',
        FindingStatus.NotApplicable => 'N',
        FindingStatus.Unassessed => '-',
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "is no status"),
    };

    /// <exception cref="ArgumentOutOfRangeException">It is the letter of no status.</exception>
    public static FindingStatus OfLetter(char letter) => letter switch
    {
        'A' => FindingStatus.Attained,
        'X' => FindingStatus.NotAttained,
        'L' => FindingStatus.Lost,
        'B' => FindingStatus.BasicallyMet,
        'N' => FindingStatus.NotApplicable,
        '-' => FindingStatus.Unassessed,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "is the letter of no status"),
    };

    /// <summary>The type of the entries that find it.</summary>
    public static string EntryType(this FindingStatus status) => $"criterion_{Names.NameOf(status)}";

    /// <summary>Averages and bands count these: attained, or not applicable.</summary>
    public static bool IsFulfilled(this FindingStatus status) => status is FindingStatus.Attained or FindingStatus.NotApplicable;
}
