namespace Ntm.Host.Serving;

internal static class Limits
{
    /// <summary>A body larger than this is refused before it is read: ten thousand ordinary lines are a few megabytes.</summary>
    internal const long BodyBytes = 64 * 1024 * 1024;
}
