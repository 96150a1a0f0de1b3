using Ntm.Bench;
using Ntm.Bench.Matrices;
using Ntm.Bench.Opening;
using Ntm.Bench.Asking;

// ./ntm bench [--critterstack] [--quick] [--only MEASURE]: every measure with its rival in the same run, as a Markdown table on standard output.
var quick = args.Contains("--quick");
var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args.ElementAtOrDefault(at + 1)?.Split(',') : null;
(string Name, Func<BenchServer, ResultTable, bool, Task> MeasureAsync)[] measures =
[
    ("single", SingleEntries.MeasureAsync),
    ("lone", LoneCaller.MeasureAsync),
    ("import", ImportAgainstCopy.MeasureAsync),
    ("memory", CountryInMemory.MeasureMemoryAsync),
    ("matrix", CountryMatrix.MeasureAsync),
    ("rebuild-memory", IndexFromRecord.MeasureAsync),
    ("start", FirstAnswer.MeasureAsync),
    ("reading", Reading.MeasureAsync),
    ("status-http", StatusOverHttp.AgainstConstantAsync),
    ("status-history", StatusOverHttp.AgainstShorterHistoryAsync),
    ("rebuild-sql", RebuildInSql.MeasureAsync),
#if CRITTERSTACK
    ("marten-single", Ntm.Bench.CritterStack.AgainstMarten.SingleEntriesAsync),
    ("marten-lone", Ntm.Bench.CritterStack.AgainstMarten.LoneCallerAsync),
    ("marten-import", Ntm.Bench.CritterStack.AgainstMarten.ImportAsync),
#endif
];
var chosen = measures.Where(measure => only?.Contains(measure.Name) != false).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"--only {string.Join(" | ", measures.Select(measure => measure.Name))}");
    return 2;
}

await using var server = await BenchServer.StartAsync();
var table = new ResultTable();
foreach (var (_, measureAsync) in chosen)
    await measureAsync(server, table, quick);
Console.WriteLine(table.ToMarkdown(await server.DescribeAsync()));
return 0;
