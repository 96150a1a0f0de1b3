using Ntm.Domain.Recording;

namespace Ntm.Domain.Tests.Recording;

public sealed class EntryIdSetTests
{
    [Fact]
    public void It_holds_what_was_put_in_and_nothing_else()
    {
        var random = new Random(20181231);
        var ids = Enumerable.Range(0, 5_000).Select(_ => Id(random)).ToList();
        var others = Enumerable.Range(0, 5_000).Select(_ => Id(random)).ToList();
        var set = ids.Aggregate(EntryIdSet.Empty, (set, id) => set.With(id));

        Assert.All(ids, id => Assert.True(set.Contains(id)));
        Assert.All(others, id => Assert.False(set.Contains(id)));
    }

    [Fact]
    public void A_set_with_one_more_leaves_the_one_before_as_it_was()
    {
        // The same place in the same leaf: only the first bytes tell them apart.
        var (one, other) = (new Guid("00000001-0000-7000-8000-00000000abcd"), new Guid("00000002-0000-7000-8000-00000000abcd"));
        var before = EntryIdSet.Empty.With(one);
        var after = before.With(other);

        Assert.True(before.Contains(one));
        Assert.False(before.Contains(other));
        Assert.True(after.Contains(one) && after.Contains(other));
        Assert.False(EntryIdSet.Empty.Contains(one));
    }

    [Fact]
    public void What_it_holds_already_changes_nothing()
    {
        var set = EntryIdSet.Empty.With(Guid.Empty);

        Assert.Same(set, set.With(Guid.Empty));
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
