using System.Globalization;

namespace Ntm.Host.Views;

/// <summary>Says how far the record is read: now and then, and at its end.</summary>
internal sealed class ReadProgress(long upTo, Action<string> report)
{
    private const long Between = 10_000;

    internal void TakenIn(long sequence)
    {
        if (sequence % Between == 0 || sequence == upTo)
            report(string.Create(CultureInfo.InvariantCulture, $"đã đọc · read {sequence} / {upTo}"));
    }
}
