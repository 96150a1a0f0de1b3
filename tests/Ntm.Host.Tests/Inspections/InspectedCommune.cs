using System.Buffers;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Interchange;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Inspections;

/// <summary>A running host that knows of Văn An's inspections of 2018. A class fixture.</summary>
public sealed class InspectedCommune(TestCluster cluster) : IAsyncLifetime
{
    private const string Team = "Đoàn kiểm tra huyện";

    public RunningHost Host { get; } = new(cluster);

    /// <summary>The last entry of the story.</summary>
    public long Head { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        await Host.Client.TellAsync([.. Country.Select(line => Text(line.Entry, 0)), .. Story]);
        Head = Country.Length + Story.Length;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static string[] Story =>
    [
        Text(new InspectionScheduled { Unit = VanAn, EffectiveOn = Day(2018, 5, 25), DueBy = Day(2018, 6, 30), Team = Team, Criteria = [new(Set2016, 17)] }, 20),
        Text(new InspectionPostponed { Unit = VanAn, EffectiveOn = Day(2018, 6, 20), Schedule = Id(20), DueBy = Day(2018, 7, 31), Reason = "Mưa lũ" }, 22),
        Text(new InspectionHeld
        {
            Unit = VanAn, EffectiveOn = Day(2018, 8, 15), Team = Team, Schedule = Id(20),
            Findings = [new(Set2016, 17, "chưa đạt", "Chưa có hố rác", Day(2018, 9, 30))], Inspected = [new(Set2016, 5)],
        }, 21),
        Text(new RemedyDone { Unit = VanAn, EffectiveOn = Day(2018, 10, 10), Inspection = Id(21), Criterion = 17 }, 23),
        Text(new FollowUpHeld
        {
            Unit = VanAn, EffectiveOn = Day(2018, 10, 25), Inspection = Id(21), Team = Team, Outcomes = [new(17, RemedyVerdict.Reopened, "Mới có một hố", Day(2018, 11, 30))],
        }, 24),
        Text(new CriterionAttained { Unit = VanAn, EffectiveOn = Day(2018, 9, 1), Set = Set2016, Criterion = 5, AssessedBy = Assessor.Province }, 25),
        Text(new CriterionAttained { Unit = VanAn, EffectiveOn = Day(2018, 9, 1), Set = Set2016, Criterion = 3, AssessedBy = Assessor.Province }, 26),
    ];

    /// <param name="id">0 for any.</param>
    internal static string Text(Entry entry, int id)
    {
        var line = new ArrayBufferWriter<byte>();
        LineWriter.WriteSaid(line, id == 0 ? Guid.NewGuid() : Id(id), entry);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
