using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Reports.Checking;
using Ntm.Host.Serving;
using Ntm.Host.Sheets;
using Ntm.Host.Units;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>One of the reports there are.</summary>
/// <param name="Compares">It shows what changed since the period before, and takes since and period.</param>
public sealed record ReportListed(string Report, string Title, string TitleEn, bool Compares);

/// <summary>Reports over HTTP (docs/reference/reports.md).</summary>
internal static class ReportEndpoints
{
    private const string Csv = "text/csv";
    private const string AnyFile = "application/octet-stream";

    internal static void MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api").WithTags("Reports");
        reports.MapGet("/reports", List)
            .WithKnownParametersOnly()
            .Produces<IReadOnlyList<ReportListed>>()
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .WithSummary("The reports there are");
        reports.MapGet("/units/{unit}/reports/{kind}", MakeAsync)
            .WithTimeLimit(TimeLimits.Answer)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/json", Csv, WorkbookWriter.MediaType, ReportDocument.MediaType)
            .ProducesQuestionProblems()
            .WithSummary("A report as offices hand it in");
        reports.MapPost("/reports/verify", CheckAsync)
            .WithTimeLimit(TimeLimits.Body)
            .WithKnownParametersOnly()
            .AddOpenApiOperationTransformer(DescribeBodyAsync)
            .Produces<ReportCheck>()
            .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
            .WithSummary("Hold a report against the record: identical, superseded or altered");
    }

    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [WorkbookWriter.MediaType] = Binary(), [ReportDocument.MediaType] = Binary(), [Csv] = Binary(), [AnyFile] = Binary(),
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiMediaType Binary() => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    private static JsonHttpResult<IReadOnlyList<ReportListed>> List() => TypedResults.Json<IReadOnlyList<ReportListed>>(
        [.. ReportKinds.All.Select(kind => new ReportListed(kind.Slug, kind.Title.Vietnamese, kind.Title.English, kind.Compares))],
        AnswerJson.Written.IReadOnlyListReportListed);

    private static async Task<IResult> MakeAsync(
        string unit, string kind, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "set")] string? set, [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "boundary")] string? boundary,
        [FromQuery(Name = "minSequence")] string? minSequence, [FromQuery(Name = "since")] string? since, [FromQuery(Name = "period")] string? period,
        [FromQuery(Name = "format")] string? format, [FromQuery(Name = "superior")] string? superior, [FromQuery(Name = "office")] string? office,
        [FromQuery(Name = "number")] string? number, [FromQuery(Name = "place")] string? place,
        ReportDesk desk, LiveRecord live, CancellationToken cancellation)
    {
        var form = string.IsNullOrWhiteSpace(format) ? "json" : format.Trim();
        if (!ReportForms.All.Contains(form))
            return ProblemResult.Of(ReportRefusals.FormUnknown());
        var made = await desk.MakeAsync(new ReportRequest(kind, unit, new(on, knownAt, set, assessedBy, boundary, minSequence), since, period), cancellation);
        if (made.Value is not { } report)
            return ProblemResult.Of(made.Refusal!);
        var sequence = report.Parameters.KnownAt.Sequence;
        return form == "json"
            ? new AsOfAnswer<Report>(report, ReportJson.Write, sequence, live.Index)
            : new AsOfFile(
                ReportForms.Write(report, form, new OfficeHeading(superior, office, number, place)), ReportForms.MediaType(form),
                ReportForms.FileName(report, form), sequence, live.Index);
    }

    private static async Task<IResult> CheckAsync(HttpContext context, ReportChecking checking, CancellationToken cancellation)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.ToString().ToLowerInvariant()
            is not (WorkbookWriter.MediaType or ReportDocument.MediaType or Csv or AnyFile))
            return ProblemResult.MediaType($"{WorkbookWriter.MediaType}, {ReportDocument.MediaType}, {Csv}, {AnyFile}");
        if (await FiledReports.ReceiveAsync(context.Request.Body, cancellation) is not { } file)
            return ProblemResult.Of(ReportRefusals.FileTooLarge(FiledReports.Limits.FileBytes));
        var check = await checking.CheckAsync(file, cancellation);
        return check.Value is { } answer ? TypedResults.Json(answer, AnswerJson.Written.ReportCheck) : ProblemResult.Of(check.Refusal!);
    }
}
