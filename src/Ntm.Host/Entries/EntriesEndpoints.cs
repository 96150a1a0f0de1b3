using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Access;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Serving;

namespace Ntm.Host.Entries;

/// <summary>The interchange over HTTP (docs/reference/interchange.md).</summary>
internal static class EntriesEndpoints
{
    internal const string Ndjson = "application/x-ndjson";
    private const string Json = "application/json";

    internal static void MapEntries(this IEndpointRouteBuilder routes)
    {
        var entries = routes.MapGroup("/api/entries").WithTags("Entries");
        entries.MapPost("", PostAsync)
            .WithTimeLimit(TimeLimits.Body)
            .AddOpenApiOperationTransformer(DescribeBodyAsync)
            .Produces<RecordedAnswer>()
            .Produces<RecordedAnswer>(StatusCodes.Status201Created)
            .Produces<ProblemAnswer>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status409Conflict, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
            .WithSummary("Record entries: NDJSON lines or one JSON object, all or nothing");
        entries.MapGet("", GetAsync)
            .WithKnownParametersOnly()
            .Produces<string>(StatusCodes.Status200OK, Ndjson)
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .WithSummary("What was recorded, as NDJSON, in record order");
    }

    // Not through Accepts: routing would then answer another media type as if there were no such address.
    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        OpenApiMediaType Described(string what) => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = what } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Ndjson] = Described("One entry per line; docs/reference/entries.md"),
                [Json] = Described("One entry; docs/reference/entries.md"),
            },
        };
        return Task.CompletedTask;
    }

    private static async Task<IResult> PostAsync(HttpContext context, Recorder recorder, CancellationToken cancellation)
    {
        var mediaType = context.Request.GetTypedHeaders().ContentType?.MediaType.ToString().ToLowerInvariant();
        if (mediaType is not (Json or Ndjson))
            return ProblemResult.MediaType();
        if (!TryReadExpected(context.Request.Headers.IfMatch.ToString(), out var expected))
            return ProblemResult.IfMatch();

        var batch = mediaType == Json
            ? await BatchReader.ReadObjectAsync(context.Request.Body, cancellation)
            : await BatchReader.ReadLinesAsync(context.Request.Body, cancellation);
        context.BodyIsThere();
        if (batch.Refusals.Count > 0)
            return ProblemResult.Of(batch.Refusals);

        return await recorder.TryRecordAsync(batch.Lines, context.Act("http"), expected, cancellation) switch
        {
            null => ProblemResult.Busy(),
            RecordingResult.Recorded recorded => Answer(recorded),
            RecordingResult.Refused refused => ProblemResult.Of(refused.Refusals),
            RecordingResult.VersionClash clash => ProblemResult.Of(clash),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    private static JsonHttpResult<RecordedAnswer> Answer(RecordingResult.Recorded recorded)
    {
        var lines = recorded.Lines.Select(line => new RecordedLineAnswer(
            line.Line, line.Entry.Id, line.Entry.Sequence, RecordTime.Format(line.Entry.RecordedAt), line.Entry.Stream, line.Entry.Version, line.Repeated));
        var status = recorded.Lines.All(line => line.Repeated) ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        return TypedResults.Json(new RecordedAnswer([.. lines]), AnswerJson.Written.RecordedAnswer, statusCode: status);
    }

    // "unit-x=12", several joined by commas.
    private static bool TryReadExpected(string header, out IReadOnlyDictionary<string, long> expected)
    {
        var versions = new Dictionary<string, long>();
        expected = versions;
        foreach (var part in header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Trim('"').Split('=');
            if (!part.StartsWith('"') || !part.EndsWith('"') || pair.Length != 2
                || !long.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                return false;
            }

            versions[pair[0]] = version;
        }

        return true;
    }

    private static async Task<IResult> GetAsync(
        [FromQuery(Name = "after")] string? after, [FromQuery(Name = "limit")] string? limit, [FromQuery(Name = "unit")] string? unit,
        HttpContext context, Record record, LiveRecord live, CancellationToken cancellation)
    {
        if (!TryReadNumber(after, 0, out var from))
            return ProblemResult.Of(QuestionRefusals.NotANumber("after"));
        if (!TryReadNumber(limit, long.MaxValue, out var atMost))
            return ProblemResult.Of(QuestionRefusals.NotANumber("limit"));
        if (HeadRequests.IsHead(context))
            atMost = 0;

        var head = await live.CatchUpToHeadAsync(cancellation);
        IReadOnlyCollection<string>? streams = null;
        if (!string.IsNullOrEmpty(unit))
        {
            if (!UnitId.TryParse(unit, out var id) || live.Index.Register.Find(id) is null)
                return ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, head));
            streams = live.Index.Register.StreamsOf(id);
        }

        return TypedResults.Stream(body => WriteAsync(body, record.ReadAsync(from, head, streams, cancellation), atMost, cancellation), Ndjson);
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<RecordedEntry> entries, long atMost, CancellationToken cancellation)
    {
        var writer = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        await EntryFeed.WriteAsync(writer, entries, atMost, cancellation);
        await writer.CompleteAsync();
    }

    private static bool TryReadNumber(string? text, long otherwise, out long number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
