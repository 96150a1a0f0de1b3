using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Ntm.EventStore.Append;
using Ntm.EventStore.Evidence;
using Ntm.Host.Access;
using Ntm.Host.Entries;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Serving;
using Ntm.Projections.Index;

namespace Ntm.Host.Evidence;

/// <summary>Evidence files over HTTP (docs/reference/evidence.md).</summary>
internal static class EvidenceEndpoints
{
    // A little more than a file may have, so that what is too large is told by its own code.
    private const long BodyBytes = EvidenceStore.MostBytes + (1 << 20);
    private const string Problem = "application/problem+json";

    internal static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/api/evidence").WithTags("Evidence");
        evidence.MapPost("", PostAsync)
            .WithKnownParametersOnly()
            .WithMetadata(new RequestSizeLimitAttribute(BodyBytes))
            .WithTimeLimit(TimeLimits.Body)
            .AddOpenApiOperationTransformer(DescribeBodyAsync)
            .Produces<EvidenceAnswer>()
            .Produces<EvidenceAnswer>(StatusCodes.Status201Created)
            .Produces<ProblemAnswer>(StatusCodes.Status403Forbidden, Problem)
            .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, Problem)
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, Problem)
            .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, Problem)
            .WithSummary("Hand in a file; the answer is what goes into an entry's evidence");
        evidence.MapGet("/{sha256}", GetAsync)
            .WithKnownParametersOnly()
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Octet)
            .Produces<byte[]>(StatusCodes.Status206PartialContent, MediaTypeNames.Application.Octet)
            .ProducesEvidenceProblems()
            .WithSummary("A file, as a download; who opens it is noted down first");
        evidence.MapGet("/{sha256}/openings", OpeningsAsync)
            .WithKnownParametersOnly()
            .Produces<string>(StatusCodes.Status200OK, EntriesEndpoints.Ndjson)
            .ProducesEvidenceProblems()
            .WithSummary("Who opened a file, and when, as NDJSON");
        evidence.MapGet("/{sha256}/citations", CitationsAsync)
            .WithKnownParametersOnly()
            .Produces<EvidenceCitationsAnswer>()
            .ProducesEvidenceProblems()
            .WithSummary("Whether a file is there, who handed it in, and which entries and units rest on it");
    }

    private static RouteHandlerBuilder ProducesEvidenceProblems(this RouteHandlerBuilder route) => route
        .Produces<ProblemAnswer>(StatusCodes.Status403Forbidden, Problem)
        .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, Problem)
        .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, Problem)
        .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, Problem);

    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypeNames.Application.Octet] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task<IResult> PostAsync(
        [FromQuery(Name = "name")] string? name, HttpContext context, EvidenceDesk desk, CancellationToken cancellation)
    {
        // Before anything of it is read.
        if (context.Request.ContentLength > EvidenceStore.MostBytes)
            return ProblemResult.Of(EvidenceRefusals.TooLarge());
        var received = await desk.ReceiveAsync(context.Request.Body, name ?? NameIn(context.Request), ActOf(context), cancellation);
        if (received.Value is not { } answer)
            return ProblemResult.Of(received.Refusal!);
        context.Response.Headers.Location = $"/api/evidence/{answer.Sha256}";
        return TypedResults.Json(
            answer, AnswerJson.Written.EvidenceAnswer, statusCode: answer.Repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<IResult> GetAsync(string sha256, HttpContext context, EvidenceStore store, EvidenceDesk desk, CancellationToken cancellation)
    {
        if (!EvidenceHash.TryParse(sha256, out _))
            return ProblemResult.Of(EvidenceRefusals.HashInvalid());
        if (await store.FindAsync(sha256, cancellation) is not { } file)
            return ProblemResult.Of(EvidenceRefusals.NotStored(sha256));
        var act = ActOf(context);
        if (await desk.RefusalOfOpeningAsync(sha256, act, cancellation) is { } refusal)
            return ProblemResult.OfAccess(refusal);
        var headers = context.Response.Headers;
        // Nothing in it may act on the host's behalf, whatever a browser makes of it.
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // An opening out of a cache would be one nobody noted down.
        headers.CacheControl = "private, no-store";
        if (HeadRequests.IsHead(context))
            return new EvidenceHead(file);
        await store.NoteOpeningAsync(sha256, act, cancellation);
        return TypedResults.Stream(store.Read(file), file.MediaType, file.Name, entityTag: TagOf(file), enableRangeProcessing: true);
    }

    private static async Task<IResult> OpeningsAsync(string sha256, HttpContext context, EvidenceStore store, EvidenceDesk desk, CancellationToken cancellation)
    {
        if (!EvidenceHash.TryParse(sha256, out _))
            return ProblemResult.Of(EvidenceRefusals.HashInvalid());
        if (await store.FindAsync(sha256, cancellation) is null)
            return ProblemResult.Of(EvidenceRefusals.NotStored(sha256));
        if (await desk.RefusalOfOpeningAsync(sha256, ActOf(context), cancellation) is { } refusal)
            return ProblemResult.OfAccess(refusal);
        return TypedResults.Stream(body => WriteAsync(body, store.OpeningsAsync(sha256, cancellation), cancellation), EntriesEndpoints.Ndjson);
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<EvidenceUse> uses, CancellationToken cancellation)
    {
        await foreach (var use in uses)
            await body.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(EvidenceUseAnswer.Of(use), AnswerJson.Written.EvidenceUseAnswer), (byte)'\n'], cancellation);
    }

    private static async Task<IResult> CitationsAsync(string sha256, EvidenceDesk desk, CancellationToken cancellation)
    {
        var citations = await desk.CitationsAsync(sha256, cancellation);
        return citations.Value is { } answer ? TypedResults.Json(answer, AnswerJson.Written.EvidenceCitationsAnswer) : ProblemResult.Of(citations.Refusal!);
    }

    private static string? NameIn(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value
            : null;

    private static Act ActOf(HttpContext context) => context.Act("http");

    private static EntityTagHeaderValue TagOf(StoredEvidence file) => new($"\"{file.Sha256}\"");

    /// <summary>The headers of a file without its bytes, which then nobody opens.</summary>
    private sealed class EvidenceHead(StoredEvidence file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            var headers = httpContext.Response.GetTypedHeaders();
            (headers.ContentDisposition, headers.ETag) = (disposition, TagOf(file));
            httpContext.Response.Headers.AcceptRanges = "bytes";
            httpContext.Response.ContentType = file.MediaType;
            httpContext.Response.ContentLength = file.Size;
            return Task.CompletedTask;
        }
    }
}
