namespace Ntm.Host.PrivateClusters;

/// <summary>The private cluster cannot be used; the message says what happened, what to do and where the log is.</summary>
public sealed class PrivateClusterException : Exception
{
    public PrivateClusterException(string whatHappened, string whatToDo, string? logFile = null, Exception? inner = null)
        : base(Compose(whatHappened, whatToDo, logFile), inner)
    {
        WhatToDo = whatToDo;
        LogFile = logFile;
    }

    public string WhatToDo { get; }

    public string? LogFile { get; }

    private static string Compose(string whatHappened, string whatToDo, string? logFile) =>
        logFile is null ? $"{whatHappened} {whatToDo}" : $"{whatHappened} {whatToDo} Log: {logFile}";
}
