using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Fuzz.Tests.Requests;
using Ntm.Fuzz.Tests.Routes;
using Ntm.Fuzz.Tests.Sending;
using Ntm.Host.CommandLine;
using Ntm.Testing;
using Ntm.UnderFire.Tests.Programs;

namespace Ntm.Fuzz.Tests;

/// <summary>Requests of every kind to every route there is: right ones, nearly right ones, and ones nobody sends who means well.</summary>
public sealed class FuzzTests(DemoHost host, ITestOutputHelper output) : IClassFixture<DemoHost>
{
    // Of the program, in MiB. It is given no more of a heap, so that whatever is sent is answered within it or the run fails;
    // the rest is code, stacks and what sockets hold.
    private const int Heap = 640;
    private const long LargestMemory = 1_024;

    [Fact]
    public async Task Whatever_is_sent_is_answered_or_closed_and_writes_nothing_but_what_an_answer_names()
    {
        var seed = FuzzScale.Seed();
        var routes = FuzzedRoute.Of(host.Services.GetRequiredService<EndpointDataSource>());
        // The program itself, in a process of its own: what the callers hold is not its memory.
        await using var program = new NtmServe(host.ConnectionString) { HeapMebibytes = Heap };
        await program.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = program.Address };
        var world = await FuzzWorld.OfAsync(client);
        var generator = new RequestGenerator(seed, world, routes);
        // Those of dossiers are explained with their rules.
        var explained = await Task.WhenAll(new[] { "refusals.md", "dossier-rules.md" }.Select(page => File.ReadAllTextAsync(Path.Combine(SourceRoot(), "docs/reference", page))));
        var expectations = new Expectations(string.Concat(explained));
        Print($"seed {seed}: {FuzzScale.Requests} requests to {routes.Count} routes");
        Assert.Contains(routes, route => route.Path == "/api/entries" && route.Takes("POST"));

        var watch = Stopwatch.StartNew();
        var next = 0;
        // The first of them warm everything up; memory is compared from there on.
        var warm = FuzzScale.Only is null ? FuzzScale.Requests / 10 : 0;
        await SendAsync(warm);
        var before = program.Memory!;
        await SendAsync(FuzzScale.Requests);
        var (after, recorded) = (program.Memory!, await RecordedAsync(client, world.Head));

        Print($"seed {seed}: {expectations}");
        Print($"seed {seed}: {recorded.Count} entries recorded; memory of the program, with {Heap} MiB of heap: after the first tenth {before.NowKibibytes / 1024} MiB, at the end {after.NowKibibytes / 1024} MiB, at most {after}; {watch.Elapsed.TotalSeconds:N0} s");
        Assert.True(expectations.Wrong.Count == 0, $"seed {seed}, {expectations.Wrong.Count} wrong; NTM_FUZZ_SEED={seed} NTM_FUZZ_REQUEST=<number> sends one again.\n\n{string.Join("\n\n", expectations.Wrong.Take(8))}");
        Assert.True(after.Kibibytes / 1024 < LargestMemory, "Too much memory was taken at once.");
        Assert.Empty(expectations.Recorded.Except(recorded));
        Assert.Equal(expectations.RecordedByTables, recorded.Except(expectations.Recorded).Count());
        await CheckAsync();

        async Task SendAsync(int until) => await Task.WhenAll(Enumerable.Range(0, FuzzScale.Callers).Select(_ => Task.Run(async () =>
        {
            var caller = new Caller(IPEndPoint.Parse(program.Address.Authority));
            while (Interlocked.Increment(ref next) - 1 is var number && number < until)
            {
                if (FuzzScale.Only is { } only && number != only)
                    continue;
                var request = generator.Make(number);
                if (number > 0 && number % 10_000 == 0)
                    Print($"seed {seed}: {number} sent after {watch.Elapsed.TotalSeconds:N0} s, {expectations.Wrong.Count} wrong");
                var outcome = await caller.SendAsync(request, TestContext.Current.CancellationToken);
                expectations.Judge(request, outcome);
                if (FuzzScale.Only is not null)
                    Print($"{request}\n{outcome.Answer?.Head}\n\n{outcome.Answer?.Text}");
            }

            Interlocked.Decrement(ref next);
        })));
    }

    /// <summary>The ids of all that was recorded after the demonstration.</summary>
    private static async Task<IReadOnlyList<string>> RecordedAsync(HttpClient client, int head) =>
    [
        .. (await client.AskAsync(string.Create(CultureInfo.InvariantCulture, $"/api/entries?after={head}"))).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()),
    ];

    // The views and the index against a fresh fold of all of it.
    private async Task CheckAsync()
    {
        using StringWriter said = new(), wrong = new();
        var context = new CommandContext(
            said, wrong, name => name == "NTM_DATABASE" ? host.ConnectionString : null, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);
        var exit = await Ntm.Host.CommandLine.NtmProgram.RunAsync(["check"], context, TestContext.Current.CancellationToken);
        Assert.True(exit == 0, $"{said}{wrong}");
    }

    private void Print(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        output.WriteLine(text);
        Console.WriteLine(text);
    }

    private static string SourceRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
