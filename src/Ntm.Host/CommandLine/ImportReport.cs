using Ntm.Host.Recording;

namespace Ntm.Host.CommandLine;

/// <summary>How far an import is: one line rewritten on a terminal, a line now and then elsewhere.</summary>
internal sealed class ImportReport(CommandContext context) : IProgress<ImportProgress>
{
    private const int LinesBetweenReports = 100_000;

    private int _reported;

    internal int LastRecorded { get; private set; }

    public void Report(ImportProgress value)
    {
        if (value.Recording)
            LastRecorded = value.Line;
        var text = $"{(value.Recording ? "đã ghi · recorded" : "đã kiểm tra · checked")} {value.Line}";
        if (context.IsTerminal)
            context.Error.Write($"\r{text}   ");
        else if (value.Line / LinesBetweenReports != _reported / LinesBetweenReports)
            context.Error.WriteLine(text);
        _reported = value.Line;
    }
}
