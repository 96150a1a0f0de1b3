using System.Reflection;

namespace Ntm.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.Path",
        "System.Diagnostics.Process",
    ];

    private static readonly string[] Ambient =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Diagnostics.Stopwatch.GetTimestamp",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64", "System.TimeZoneInfo.get_Local", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Random.get_Shared",
        "System.Environment.GetEnvironmentVariable", "System.Threading.Thread.Sleep", "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    public static TheoryData<string> Pure =>
        [.. new[] { Product.Domain, Product.Projections }.Select(assembly => assembly.GetName().Name!)];

    [Fact]
    public void The_domain_rests_on_the_base_library_only() => RestsOn(Product.Domain);

    [Fact]
    public void Projections_rest_on_the_domain_only() => RestsOn(Product.Projections, "Ntm.Domain");

    [Fact]
    public void The_event_store_rests_on_the_domain_and_the_driver_only() => RestsOn(Product.EventStore, "Ntm.Domain", "Npgsql");

    [Fact]
    public void The_host_rests_on_all_of_them_and_nothing_rests_on_the_host()
    {
        Assert.Equal(["Ntm.Domain", "Ntm.EventStore", "Ntm.Projections"], Own(Product.Host));
        var host = Product.Host.GetName().Name!;
        Assert.All(
            [Product.Domain, Product.Projections, Product.EventStore], other => Assert.DoesNotContain(host, Metadata.AssembliesOf(other)));
    }

    [Theory, MemberData(nameof(Pure))]
    public void Pure_code_reaches_no_file_no_process_and_no_network(string assembly)
    {
        var types = Metadata.TypesOf(Assembly.Load(assembly));

        Assert.Empty(types.Intersect(Outside));
        Assert.DoesNotContain(types, type => type.StartsWith("System.Net.", StringComparison.Ordinal));
        Assert.DoesNotContain(types, type => type.StartsWith("System.Data.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pure))]
    public void Pure_code_asks_no_clock_no_chance_and_no_surroundings(string assembly) =>
        Assert.Empty(Metadata.MembersOf(Assembly.Load(assembly)).Intersect(Ambient));

    // Otherwise the two tests above could pass by seeing nothing.
    [Fact]
    public void The_same_look_at_the_host_finds_its_clock_and_its_files()
    {
        Assert.NotEmpty(Metadata.TypesOf(Product.Host).Intersect(Outside));
        Assert.NotEmpty(Metadata.MembersOf(Product.Host).Intersect(Ambient));
        Assert.Contains("System.DateOnly.AddDays", Metadata.MembersOf(Product.Domain));
    }

    private static void RestsOn(Assembly assembly, params string[] allowed) => Assert.All(
        Metadata.AssembliesOf(assembly),
        name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal) || allowed.Contains(name), $"{assembly.GetName().Name} refers to {name}"));

    private static IEnumerable<string> Own(Assembly assembly) =>
        Metadata.AssembliesOf(assembly).Where(name => name.StartsWith("Ntm.", StringComparison.Ordinal));
}
