using System.Security.Cryptography;
using System.Text;
using Ntm.Host.Tests.CommandLine;
using Ntm.Host.Tests.Reports;
using Ntm.Testing;

namespace Ntm.Host.Tests.Appraisal;

/// <summary>The product with the record of <see cref="ReportSamples"/>, and a late finding that rests on a file nobody has handed in yet.</summary>
public sealed class SheetHost(TestCluster cluster) : IAsyncLifetime
{
    public const string Sheet = "/units/van-quan.van-an/appraisal-sheet?on=2018-12-31&knownAt=51";

    private readonly RunningHost _host = new(cluster);

    public static byte[] Minutes { get; } = Encoding.UTF8.GetBytes("Biên bản nghiệm thu\n");

    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Minutes));

    public HttpClient Client => _host.Client;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ntm-sheet-").FullName;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        Assert.Equal(System.Net.HttpStatusCode.Created, (await Client.TellAsync([.. ReportSamples.Lines, Confirmed])).Status);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        await _host.DisposeAsync();
    }

    internal Task<TypedCommand> RunAsync(params string[] arguments) => TypedCommand.RunAsync(_host.ConnectionString, arguments);

    private static string Confirmed => $$"""
        {"type":"criterion_attained","unit":"van-quan.van-an","set":"ntm-2016-2020","criterion":5,"assessedBy":"province","effectiveOn":"2018-10-22","basis":{"number":"31/BC-ĐTĐ","date":"2018-10-25","issuer":"Đoàn thẩm định tỉnh Lạng Sơn"},"evidence":[{"sha256":"{{Hash}}","name":"bien-ban-5.txt","mediaType":"text/plain","size":{{Minutes.Length}}}],"id":"00000000-0000-4000-8000-00000000ad01"}
        """;
}
