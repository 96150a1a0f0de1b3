using System.Globalization;

namespace Ntm.UnderFire.Tests;

/// <summary>What is counted on the way, to be printed.</summary>
internal sealed class Tally
{
    private int _lost;
    private int _putOff;
    private int _sentAgain;
    private int _hostKills;
    private int _serverKills;
    private int _unanswered;

    /// <summary>No answer came: the batch stands or does not, and is sent again.</summary>
    public void AnswerLost() => Interlocked.Increment(ref _lost);

    /// <summary>503: it is sent again.</summary>
    public void PutOff() => Interlocked.Increment(ref _putOff);

    /// <summary>Sent again though it was acknowledged.</summary>
    public void SentAgain() => Interlocked.Increment(ref _sentAgain);

    public void HostKilled() => Interlocked.Increment(ref _hostKills);

    public void ServerKilled() => Interlocked.Increment(ref _serverKills);

    /// <summary>A question that got no answer: the host was away, the database was, or the sequence did not come.</summary>
    public void Unanswered() => Interlocked.Increment(ref _unanswered);

    public int Kills => _hostKills + _serverKills;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_hostKills} host kills, {_serverKills} PostgreSQL kills, {_lost} batches whose answer was lost, {_putOff} put off with 503, {_sentAgain} sent again after their answer, {_unanswered} questions without an answer");
}
