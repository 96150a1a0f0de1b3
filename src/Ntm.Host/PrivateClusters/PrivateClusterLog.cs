namespace Ntm.Host.PrivateClusters;

internal static partial class PrivateClusterLog
{
    [LoggerMessage(2001, LogLevel.Information, "Making a new database in {Directory}")]
    public static partial void Initialising(this ILogger logger, string directory);

    [LoggerMessage(2002, LogLevel.Debug, "PostgreSQL started at 127.0.0.1:{Port}")]
    public static partial void Started(this ILogger logger, int port);

    [LoggerMessage(2003, LogLevel.Debug, "PostgreSQL runs already at 127.0.0.1:{Port}")]
    public static partial void Joined(this ILogger logger, int port);

    [LoggerMessage(2004, LogLevel.Information, "Waiting for PostgreSQL, which recovers first when it was not stopped in order: {Seconds} s so far")]
    public static partial void WaitingForServer(this ILogger logger, int seconds);

    [LoggerMessage(2005, LogLevel.Information, "Another ntm is starting or stopping the database: {Seconds} s so far")]
    public static partial void WaitingForOtherProgram(this ILogger logger, int seconds);

    [LoggerMessage(2006, LogLevel.Debug, "PostgreSQL stopped")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(2007, LogLevel.Warning, "PostgreSQL did not stop: {Output} Log: {LogFile}")]
    public static partial void NotStopped(this ILogger logger, string output, string logFile);

    [LoggerMessage(2009, LogLevel.Warning, "PostgreSQL had ended and was started again")]
    public static partial void Revived(this ILogger logger);

    [LoggerMessage(2010, LogLevel.Error, "PostgreSQL has ended and cannot be started; trying again: {Reason}")]
    public static partial void NotRevived(this ILogger logger, string reason);

    [LoggerMessage(2008, LogLevel.Debug, "PostgreSQL goes on for the other programs that use it")]
    public static partial void LeftRunning(this ILogger logger);
}
