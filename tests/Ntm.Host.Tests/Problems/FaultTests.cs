using Npgsql;
using Ntm.EventStore;
using Ntm.Host.Problems;

namespace Ntm.Host.Tests.Problems;

public sealed class FaultTests
{
    [Fact]
    public void A_store_that_is_gone_is_something_to_try_again() =>
        Assert.NotNull(ProblemResult.Of(new StoreUnavailableException("gone", new NpgsqlException("gone"))));

    [Fact]
    public void An_error_of_the_database_is_no_known_fault_and_so_is_logged() =>
        Assert.Null(ProblemResult.Of(new PostgresException("permission denied", "ERROR", "ERROR", PostgresErrorCodes.InsufficientPrivilege)));
}
