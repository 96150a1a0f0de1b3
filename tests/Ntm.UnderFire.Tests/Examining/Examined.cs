namespace Ntm.UnderFire.Tests.Examining;

internal static class Examined
{
    /// <summary>Asserts it; what is wrong otherwise is only put into words when it is: there are millions of these.</summary>
    public static void Holds(bool holds, Func<string> otherwise)
    {
        if (!holds)
            Assert.Fail(otherwise());
    }
}
