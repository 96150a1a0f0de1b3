using Ntm.Domain.Refusals;

namespace Ntm.Host.Tables;

/// <summary>A file that cannot be read as a workbook, with the sentence for whoever sent it.</summary>
public sealed class UnreadableWorkbookException(Refusal refusal, Exception? fault = null) : Exception(refusal.English, fault)
{
    public Refusal Refusal { get; } = refusal;
}
