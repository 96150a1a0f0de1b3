using Ntm.Bench;

// ./ntm bench [--critterstack] [--quick]: every measure with its rival in the same run, as a Markdown table on standard output.
var quick = args.Contains("--quick");
await using var server = await BenchServer.StartAsync();
var table = new ResultTable();
await SingleEntries.MeasureAsync(server, table, quick);
await LoneCaller.MeasureAsync(server, table, quick);
await ImportAgainstCopy.MeasureAsync(server, table, quick);
#if CRITTERSTACK
await Ntm.Bench.CritterStack.AgainstMarten.MeasureAsync(server, table, quick);
#endif
Console.WriteLine(table.ToMarkdown(await server.DescribeAsync()));
