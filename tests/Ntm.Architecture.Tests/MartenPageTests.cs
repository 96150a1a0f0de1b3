namespace Ntm.Architecture.Tests;

/// <summary>The code on the page about Marten is the code of the suite that runs it, which not everybody can build.</summary>
public sealed class MartenPageTests
{
    [Theory]
    [InlineData("MartenStore.cs")]
    [InlineData("PlaceInTheOrder.cs")]
    public void The_page_shows_the_file_that_is_compiled(string file) => Assert.Contains(
        File.ReadAllText(Path.Combine(Product.Tests, "Ntm.CritterStack.Tests", file)).Trim(), Product.Reference("marten.md"), StringComparison.Ordinal);
}
