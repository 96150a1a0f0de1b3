using System.Buffers;
using System.Net;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>A product that was told of a dossier of Văn An, up to the vote of the council; the province sent it back once.</summary>
public sealed class ToldDossier(TestCluster cluster) : IAsyncLifetime
{
    public static readonly DateOnly First = Day(2017, 12, 4);

    /// <summary>The day of a recognition that follows lawfully.</summary>
    public static readonly DateOnly Decided = First.AddDays(21 * 14);

    private static readonly StepKind[] TakenAgain = [StepKind.DistrictProposed, StepKind.AppraisalOpened, StepKind.Appraised, StepKind.CouncilVoted];

    public RunningHost Host { get; } = new(cluster);

    public HttpClient Client => Host.Client;

    /// <summary>Facts, as documents say them.</summary>
    public static IEnumerable<DossierStep> Steps => DossierSteps.LawfulUnder2540.TakeWhile(kind => kind != StepKind.Granted)
        .Select((kind, place) => DossierSteps.Step(kind, First.AddDays(place == 1 ? 3 : place * 21)).Issued());

    public static IReadOnlyList<Entry> Conditions => [.. DossierSteps.Conditions(First.AddDays(30), CriteriaCatalog.Shipped().Find(Set2016)!)];

    public static CriterionLost LostLater(int criterion) =>
        new() { Unit = VanAn, EffectiveOn = Decided.AddDays(-3), Set = Set2016, Criterion = criterion, AssessedBy = Assessor.Audit };

    public static string Text(Entry entry, int id)
    {
        var line = new ArrayBufferWriter<byte>();
        LineWriter.WriteSaid(line, id == 0 ? Guid.NewGuid() : Id(id), entry);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        await RecordAsync([.. Country.Select(line => Text(line.Entry, 0)), .. Conditions.Select((entry, place) => Text(entry, 100 + place)), .. Sent().Select((step, place) => Text(step, 200 + place))]);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task RecordAsync(params string[] lines) => Assert.Equal(HttpStatusCode.Created, (await Client.TellAsync(lines)).Status);

    private static IEnumerable<DossierStep> Sent()
    {
        var proposed = Steps.First(step => StepKinds.Of(step) == StepKind.DistrictProposed).EffectiveOn;
        var before = Steps.Where(step => step.EffectiveOn <= proposed);
        var returned = DossierSteps.Step(StepKind.ProvinceReturned, proposed.AddDays(7)).Issued("45/SNN-NTM");
        var again = TakenAgain.Select((kind, place) => DossierSteps.Step(kind, proposed.AddDays(10 + (place * 14))).Issued());
        return [.. before, returned, .. again];
    }
}
