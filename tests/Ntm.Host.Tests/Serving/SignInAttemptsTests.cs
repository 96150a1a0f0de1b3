using System.Net;
using Ntm.Host.Serving;

namespace Ntm.Host.Tests.Serving;

public sealed class SignInAttemptsTests
{
    private static readonly IPAddress Office = IPAddress.Parse("203.0.113.5");

    [Fact]
    public void An_account_is_tried_ten_times_and_then_nobody_tries_it_wherever_from()
    {
        using var attempts = new SignInAttempts();
        Assert.All(Enumerable.Range(0, 10), number => Assert.Null(attempts.Try(IPAddress.Parse($"203.0.113.{number}"), "van-quan.officer")));
        Assert.True(attempts.Try(IPAddress.Parse("198.51.100.1"), "van-quan.officer") > TimeSpan.Zero);
        Assert.Null(attempts.Try(IPAddress.Parse("198.51.100.1"), "van-quan.other"));
    }

    [Fact]
    public void One_address_cannot_go_through_the_accounts()
    {
        using var attempts = new SignInAttempts();
        Assert.All(Enumerable.Range(0, 60), number => Assert.Null(attempts.Try(Office, $"account-{number}")));
        Assert.True(attempts.Try(Office, "account-60") > TimeSpan.Zero);
        Assert.True(attempts.Try(Office.MapToIPv6(), "account-60") > TimeSpan.Zero);
    }
}
