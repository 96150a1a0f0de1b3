using System.Threading.Channels;
using Ntm.Domain.Entries;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>Batches that are appended in one transaction, judged as they come in.</summary>
/// <param name="today">What is dated later is not judged without the order, which tells the database's day.</param>
internal sealed class Group(GroupJudge judge, DateOnly today) : IDisposable
{
    /// <summary>A group of so many lines takes only batches of a few more: nobody who has one line waits for yet another chunk.</summary>
    private const int FullAt = 2_000;
    private const int FewLines = 64;

    private readonly List<Submission> _submissions = [];
    private readonly List<JudgedSubmission> _judged = [];
    private bool _isPlain = true;
    private int _lines;
    private CopyRows? _rows;

    internal IReadOnlyList<Submission> Submissions => _submissions;

    internal GroupJudge Judge => judge;

    /// <summary>Worth judging the next one while it is written; a small one is written sooner than it pays.</summary>
    internal bool IsLarge => _lines >= CopyRows.WorthIt;

    internal bool IsFull => _lines >= FullAt;

    /// <summary>Nothing but new entries, accepted: it can be appended without taking the order first.</summary>
    internal bool IsDecided => _isPlain && judge is { AllNew: true, NeedsOrder: false, ToAppend.Count: > 0 };

    /// <summary>Takes what waits, as long as there is room.</summary>
    internal void Take(ChannelReader<Submission> queue)
    {
        while (queue.TryPeek(out var next) && (!IsFull || (next.Lines.Count <= FewLines && _lines < 2 * FullAt)) && queue.TryRead(out var taken))
            Add(taken);
    }

    internal void Add(Submission submission)
    {
        _submissions.Add(submission);
        _lines += submission.Lines.Count;
        // Once one of them has to be decided inside the order, all are, and judging the rest now would be in vain.
        _isPlain = _isPlain && !NeedsRecorders(submission) && submission.Lines.All(line => line.Entry is DatedEntry dated && dated.EffectiveOn <= today) && TryJudge(submission);
    }

    /// <summary>The rows of a large group, those that came in last included; each is written once.</summary>
    internal CopyRows Encode()
    {
        _rows ??= new CopyRows(judge.DecidedAt);
        for (var next = _rows.Entries.Count; next < judge.ToAppend.Count; next++)
            _rows.Add(judge.ToAppend[next]);
        return _rows;
    }

    /// <summary>Encodes what there is so far while there is time; a fault comes up again where somebody can be told.</summary>
    internal void EncodeAhead()
    {
        try
        {
            if (IsDecided && IsLarge)
                Encode();
        }
#pragma warning disable CA1031 // Decided inside the order, it is told there.
        catch (Exception)
#pragma warning restore CA1031
        {
            _isPlain = false;
        }
    }

    internal void Answer(IReadOnlyDictionary<Guid, RecordedEntry> recorded)
    {
        foreach (var judged in _judged)
            judged.Answer(recorded);
    }

    public void Dispose() => _rows?.Dispose();

    // Whether an office may take back what is named rests on who recorded that.
    private static bool NeedsRecorders(Submission submission) => submission.Act.Office is not null && submission.Lines.Any(line => line.Named is not null);

    // A fault in judging one batch is not the others': inside the order each is judged for itself.
    private bool TryJudge(Submission submission)
    {
        try
        {
            _judged.Add(judge.Judge(submission));
            return true;
        }
#pragma warning disable CA1031 // Judged again inside the order, it is told there.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
