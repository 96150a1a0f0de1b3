using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ntm.Architecture.Tests;

/// <summary>What can only be seen in the files.</summary>
public sealed partial class SourceTests
{
    // Statements that take no parameter and return no row; everything else stands in .sql files.
    private static readonly string[] Allowed = ["\"listen ntm_appended\"", "$\"create database {Name}\""];

    public static TheoryData<string> Snapshots => [.. Product.Files(Product.Tests, "*.verified.*").Select(Product.Relative)];

    [Fact]
    public void SQL_stands_in_sql_files()
    {
        var found = Product.Files(Product.Source, "*.cs")
            .SelectMany(file => Statement().Matches(File.ReadAllText(file)).Select(match => $"{Product.Relative(file)}: {match.Value}"))
            .Where(statement => !Allowed.Any(allowed => statement.EndsWith(allowed, StringComparison.Ordinal)));

        Assert.Empty(found);
        Assert.NotEmpty(Product.Files(Product.Source, "*.sql"));
    }

    [Theory]
    [InlineData("\"select 1\"", true)]
    [InlineData("@\"insert into ntm.mt_events values ($1)\"", true)]
    [InlineData("$\"DELETE FROM {table}\"", true)]
    [InlineData("\"\"\"\n    update ntm.mt_streams\n    \"\"\"", true)]
    [InlineData("\"The line is not JSON\"", false)]
    [InlineData("\"Set NTM_HOME to a plainer path.\"", false)]
    public void And_this_is_how_it_would_be_noticed(string literal, bool isSql) => Assert.Equal(isSql, Statement().IsMatch(literal));

    // Somebody who changes a contract looks at the difference and renames; what came instead stays out of the repository.
    [Fact]
    public void Received_snapshots_are_not_committed()
    {
        Assert.Contains("*.received.*", File.ReadAllLines(Path.Combine(Product.Root, ".gitignore")));
        Assert.SkipUnless(Path.Exists(Path.Combine(Product.Root, ".git")), "These sources are no git repository.");

        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "*.received.*"])
        {
            WorkingDirectory = Product.Root, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var committed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.SkipUnless(git.ExitCode == 0, "git does not read this repository for this user.");
        Assert.Empty(committed);
    }

    [Theory, MemberData(nameof(Snapshots))]
    public void Every_snapshot_belongs_to_a_test(string snapshot)
    {
        var name = Path.GetFileName(snapshot);
        var subject = name[..name.IndexOf(".verified.", StringComparison.Ordinal)].Split('.', 2);
        var test = File.ReadAllText(Path.Combine(Product.Root, Path.GetDirectoryName(snapshot)!, subject[0] + ".cs"));
        var methods = Method().Matches(test).Select(match => match.Groups["name"].Value);

        Assert.Contains("Snapshot.Verify", test, StringComparison.Ordinal);
        Assert.Contains(methods, method => subject[1] == method || subject[1].StartsWith(method + "_", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Snapshots))]
    public void A_snapshot_has_line_feeds_only(string snapshot) =>
        Assert.DoesNotContain('\r', File.ReadAllText(Path.Combine(Product.Root, snapshot)));

    [GeneratedRegex("""[$@]*"+\s*(?:select|insert\s+into|delete\s+from|update|create\s+(?:table|database|schema|role|index|function)|drop\s|alter\s|truncate|listen)\s[^"]*"+""", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\s+public\s[^=(]*?\b(?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();
}
