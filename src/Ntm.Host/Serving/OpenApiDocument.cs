using Microsoft.OpenApi;

namespace Ntm.Host.Serving;

internal static class OpenApiDocument
{
    internal static void AddNtmOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Ntm";
            document.Info.Version = "1";
            document.Info.Description = "The record of new-rural-development criteria: what stood on any day, as known at any moment.";
            // The address is the reader's own; the document is the same everywhere.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    });
}
