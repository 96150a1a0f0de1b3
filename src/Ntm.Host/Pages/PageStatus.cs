namespace Ntm.Host.Pages;

internal static class PageStatus
{
    /// <summary>Only when the answer begins: a page that says 404 earlier is not rendered.</summary>
    internal static void AnswerWith(this HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
