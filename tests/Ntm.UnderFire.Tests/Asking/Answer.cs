using System.Globalization;
using System.Security.Cryptography;

namespace Ntm.UnderFire.Tests.Asking;

/// <summary>What of an answer must stay as it is.</summary>
internal sealed record Answer(long Sequence, string? Tag, string Body)
{
    public static Answer Read(HttpResponseMessage response, byte[] body) => new(
        long.Parse(response.Headers.GetValues("Ntm-Sequence").Single(), CultureInfo.InvariantCulture),
        response.Headers.ETag?.Tag, Convert.ToHexStringLower(SHA256.HashData(body)));
}
