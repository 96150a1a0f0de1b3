namespace Ntm.Host.Tests.OpenIdConnect;

/// <summary>The system's clock, as far ahead as a test puts it.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    internal TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
