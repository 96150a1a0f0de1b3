namespace Ntm.Host.Serving;

/// <summary>HEAD is GET without the body: the same route, the same headers; the server itself leaves the body away.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    /// <summary>Whether only the headers are wanted: for what would otherwise read the record for nobody.</summary>
    internal static bool IsHead(HttpContext context) => context.Items.ContainsKey(typeof(HeadRequests));

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Items[typeof(HeadRequests)] = true;
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
