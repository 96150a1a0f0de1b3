namespace Ntm.Domain.Plans.Cadences;

/// <summary>
/// When a task falls due, read from the words of the plan. A text may say several of these at once ("định kỳ theo quy định và đột xuất").
/// </summary>
/// <param name="Text">As printed.</param>
/// <param name="Windows">The dated occurrences inside the plan or named with a year of their own, in order of their last days.</param>
/// <param name="IsContinuous">Thường xuyên: at any time, never due on a day.</param>
/// <param name="IsOnDemand">Đột xuất: whenever somebody asks.</param>
/// <param name="IsUndetermined">The words leave the day to somebody else ("theo đề xuất của xã", "theo quy định") or cannot be read.</param>
public sealed record Cadence(string Text, IReadOnlyList<DueWindow> Windows, bool IsContinuous, bool IsOnDemand, bool IsUndetermined);

/// <summary>One occurrence: from its first day on it may be done, by the end of its last day it is due.</summary>
/// <param name="Name">In official Vietnamese, the same wherever it is read from: <c>Tháng 3/2018</c>, <c>Quý I/2018</c>, <c>6 tháng đầu năm 2018</c>, <c>Năm 2018</c>.</param>
public sealed record DueWindow(DateOnly From, DateOnly Due, string Name);
