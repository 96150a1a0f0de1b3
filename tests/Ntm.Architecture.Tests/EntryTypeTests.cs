using System.Text.RegularExpressions;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Testing;

namespace Ntm.Architecture.Tests;

/// <summary>A new entry type is not finished before all of these pass.</summary>
public sealed partial class EntryTypeTests
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    public static TheoryData<string> Records =>
    [
        .. Product.Domain.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Entry)) && !type.IsAbstract && type != typeof(Tombstone))
            .Select(type => type.FullName!),
    ];

    public static TheoryData<string> Names => [.. EntryTypes.All.Select(type => type.Name)];

    [Theory, MemberData(nameof(Records))]
    public void Every_entry_is_in_the_list_under_its_own_name_in_snake_case(string record)
    {
        var clrType = Product.Domain.GetType(record)!;
        var type = Assert.Single(EntryTypes.All, type => type.ClrType == clrType);

        Assert.Equal(InnerCapital().Replace(clrType.Name, "_$0").ToLowerInvariant(), type.Name);
        Assert.Same(type, EntryTypes.Find(type.Name));
        Assert.Equal($"{clrType.FullName}, Ntm.Domain", type.DotNetType);
        Assert.True(clrType.IsSealed);
    }

    [Fact]
    public void The_list_holds_nothing_else()
    {
        Assert.Equal(Records.Count, EntryTypes.All.Count);
        Assert.Equal(EntryTypes.All.Count, EntryTypes.All.Select(type => type.Name).Distinct().Count());
        Assert.Null(EntryTypes.Find(EntryTypes.Corrected));
        Assert.Null(EntryTypes.Find(Tombstone.TypeName));
    }

    // Frozen once released: files and databases are full of them.
    [Fact]
    public void The_names_are_these() => Snapshot.Verify(string.Join('\n', EntryTypes.All.Select(type => type.Name)) + "\n");

    [Theory, MemberData(nameof(Names))]
    public void Every_type_has_a_full_and_a_minimal_sample(string name)
    {
        var sample = EntrySamples.Of(name);

        Assert.Equal(EntryTypes.Find(name)!.ClrType, sample.ReadFull().Entry.GetType());
        Assert.Equal(EntryTypes.Find(name)!.ClrType, sample.ReadMinimal().Entry.GetType());
    }

    [Theory, MemberData(nameof(Names))]
    public void The_register_takes_in_every_type(string name)
    {
        var entry = EntrySamples.Of(name).ReadFull().Entry;
        var register = Register.Evolve(Register.Empty, 1, Guid.Empty, entry);

        Assert.Equal(1, register.Sequence);
    }

    [Theory, MemberData(nameof(Names))]
    public void Somebody_decides_on_every_type(string name)
    {
        var judge = new BatchJudge(Register.Empty, Catalog, new DateOnly(2024, 6, 30), _ => null, () => Guid.Empty);
        var judged = judge.Judge([EntrySamples.Of(name).ReadFull()]);

        Assert.NotEmpty(judged.Refusals);
        Assert.Empty(judged.New);
    }

    [Theory, MemberData(nameof(Names))]
    [InlineData(EntryTypes.Corrected)]
    public void Every_type_has_a_section_in_the_reference(string name) =>
        Assert.Matches($"(?m)^#{{2,4}} `?{name}`?\\s*$", Product.Reference("entries.md"));

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
