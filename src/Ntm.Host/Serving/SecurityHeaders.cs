namespace Ntm.Host.Serving;

/// <summary>No script but the program's own, no frame, no device, no guessing of media types, nothing lent to other origins: the pages need none of it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // frame-ancestors says what X-Frame-Options would, to every browser that is still kept up.
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string NoDevices = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    // A year; other names of the domain are not ours to speak for.
    private const string TlsFromNowOn = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context);
        return next(context);
    }

    internal static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = TlsFromNowOn;
    }
}
