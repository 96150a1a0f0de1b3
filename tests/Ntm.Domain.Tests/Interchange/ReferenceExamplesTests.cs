using System.Runtime.CompilerServices;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>The page about entry types says that its examples, posted in order to an empty database, are accepted.</summary>
public sealed class ReferenceExamplesTests
{
    [Fact]
    public void Every_example_is_accepted_in_the_order_of_the_page()
    {
        var (register, entries) = (Register.Empty, new Dictionary<Guid, Entry>());
        foreach (var example in Examples())
        {
            var read = LineReader.Read(1, Encoding.UTF8.GetBytes(example));
            Assert.True(read.Refusals.Count == 0, $"{string.Join("; ", read.Refusals.Select(refusal => refusal.English))} {example}");
            var judged = new BatchJudge(register, CriteriaCatalog.Shipped(), new DateOnly(2026, 1, 1), entries.GetValueOrDefault, Guid.NewGuid).Judge([read.Submitted!]);
            Assert.True(judged.Refusals.Count == 0 && judged.New.Count > 0, $"{string.Join("; ", judged.Refusals.Select(refusal => refusal.Refusal.English))} {example}");
            foreach (var entry in judged.New)
                entries.Add(entry.Id, entry.Entry);
            register = judged.After;
        }

        Assert.Equal(EntryTypes.All.Select(type => type.Name).Order(), entries.Values.Select(entry => EntryTypes.Of(entry).Name).Distinct().Order());
    }

    private static IEnumerable<string> Examples([CallerFilePath] string here = "")
    {
        var page = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "reference", "entries.md");
        return File.ReadAllText(page).Split("```json\n").Skip(1).Select(block => block[..block.IndexOf("\n```", StringComparison.Ordinal)]);
    }
}
