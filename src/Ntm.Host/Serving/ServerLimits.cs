using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ntm.Host.Serving;

/// <summary>What the server itself holds requests to, before any of them reaches the program.</summary>
internal static class ServerLimits
{
    internal static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // TLS and what is spoken over it are the proxy's.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Limits.Connections;
        limits.MaxRequestLineSize = Limits.RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = Limits.HeaderBytes;
        limits.MaxRequestHeaderCount = Limits.HeaderCount;
        limits.MaxRequestBodySize = Limits.BodyBytes;
        limits.RequestHeadersTimeout = Limits.HeadersWithin;
        limits.KeepAliveTimeout = Limits.KeptAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(Limits.SlowestRate, Limits.RateGrace);
        limits.MinResponseDataRate = new MinDataRate(Limits.SlowestRate, Limits.RateGrace);
    }

    internal static void Set(FormOptions form)
    {
        form.ValueCountLimit = Limits.FormFields;
        form.KeyLengthLimit = 256;
        form.ValueLengthLimit = Limits.FormFieldBytes;
        form.MultipartBodyLengthLimit = Limits.BodyBytes;
        form.MultipartHeadersCountLimit = 8;
        form.MultipartHeadersLengthLimit = 8 * 1024;
    }
}
