using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Recognition;
using Ntm.Domain.Tests.Recording;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>Whatever sequence of steps somebody prepares, lawful or not, each is taken or refused as the page of the regimes says.</summary>
public sealed class DossierProperties
{
    private static readonly int Sequences = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 10_000 : 200;
    private static readonly string[] Judged =
        ["dossier.closed", "dossier.day_ahead", "dossier.no_regime", "dossier.step_not_in_regime", "dossier.step_skipped", "dossier.wrong_office"];

    private static readonly DateOnly[] Beginnings = [Day(2016, 12, 20), Day(2018, 1, 8), Day(2022, 7, 1), Day(2022, 9, 5), Day(2024, 5, 20)];

    // Annulments name an entry: their rule has its own test.
    private static readonly StepKind[] Kinds = [.. StepKinds.Names.Values.Where(kind => kind != StepKind.Annulled)];

    /// <param name="Next">Takes the step that comes next on the lawful way, whatever <paramref name="Kind"/> says.</param>
    private sealed record Attempt(bool Next, int Kind, int Gap, int Office, bool IsIssued);

    private static readonly Gen<Attempt> Attempts =
        from next in Gen.Frequency((7, Gen.Constant(true)), (3, Gen.Constant(false)))
        from kind in Gen.Choose(0, Kinds.Length - 1)
        from gap in Gen.Frequency((6, Gen.Choose(0, 3)), (1, Gen.Choose(-40, 40)))
        from office in Gen.Frequency((8, Gen.Constant(-1)), (1, Gen.Choose(0, 2)))
        from issued in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Attempt(next, kind, gap, office, issued);

    [Fact]
    public void Every_step_is_taken_or_refused_as_the_page_says() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithQuietOnSuccess(true),
        Prop.ForAll(Gen.Zip(Gen.Elements(Beginnings), Attempts.ArrayOf(24)).ToArbitrary(), sequence => Agrees(sequence.Item1, sequence.Item2)));

    private static bool Agrees(DateOnly begun, Attempt[] attempts)
    {
        var (plain, spec, day, lawful, place) = (new PlainDossier(), Known(begun), begun, Way(begun), 0);
        foreach (var attempt in attempts)
        {
            var kind = attempt.Next && place < lawful.Count ? lawful[place] : Kinds[attempt.Kind];
            day = day.AddDays(attempt.Gap);
            var step = WithOffice(DossierSteps.Step(kind, day, begun.Year), attempt.Office);
            var name = StepKinds.Names.NameOf(StepKinds.Of(step));
            var outcome = spec.When(Line(attempt.IsIssued ? step.Issued() : step));
            var expected = attempt.IsIssued ? [] : plain.Expected(name, day, OfficeOf(step), Spec.Today);
            var refused = outcome.Refusals.Select(refusal => refusal.Code).Where(Judged.Contains).Distinct().Order(StringComparer.Ordinal).ToList();
            if (!refused.SequenceEqual(expected))
                throw new Xunit.Sdk.XunitException($"{name} on {day:O}: refused for {string.Join(", ", refused)}; the page says {string.Join(", ", expected)}");
            if (outcome.Refusals.Count > 0)
                continue;
            spec = outcome.ThenItStands();
            plain.Take(name, day);
            place += attempt.Next ? 1 : 0;
        }

        return true;
    }

    // Conditions of a recognition are met on every day: what is asked here is order, office and day.
    private static Spec Known(DateOnly begun) => Spec.Given(
    [
        .. Country,
        .. CriteriaCatalog.Shipped().Sets.SelectMany(set => DossierSteps.Conditions(begun.AddDays(-60), set)).Select((entry, place) => Line(entry).As(Id(1000 + place))),
        .. Enumerable.Range(0, 8).Select(week => Line(new SatisfactionSurveyed { Unit = VanAn, EffectiveOn = begun.AddDays(week * 7), Households = 9, Asked = 9, Satisfied = 9 }).As(Id(1200 + week))),
    ]);

    private static IReadOnlyList<StepKind> Way(DateOnly begun) => begun < Day(2022, 8, 2) ? DossierSteps.LawfulUnder2540 : DossierSteps.LawfulUnder18;

    private static DossierStep WithOffice(DossierStep step, int office) => office < 0 ? step : step switch
    {
        VerificationOpened opened => opened with { By = (OfficeLevel)office },
        TitleVerified verified => verified with { By = (OfficeLevel)office },
        TitleListed listed => listed with { By = (OfficeLevel)office },
        AppraisalOpened opened => opened with { By = (OfficeLevel)office },
        TitleAppraised appraised => appraised with { By = (OfficeLevel)office },
        RecognitionAnnounced announced => announced with { By = (OfficeLevel)office },
        TitleReturned returned => returned with { Returned = returned.Returned with { By = (OfficeLevel)office } },
        TitleProposed proposed => proposed with { By = (OfficeLevel)office },
        _ => step,
    };

    private static OfficeLevel? OfficeOf(DossierStep step) => step switch
    {
        VerificationOpened opened => opened.By,
        TitleVerified verified => verified.By,
        TitleListed listed => listed.By,
        AppraisalOpened opened => opened.By,
        TitleAppraised appraised => appraised.By,
        RecognitionAnnounced announced => announced.By,
        TitleReturned returned => returned.Returned.By,
        TitleProposed proposed => proposed.By,
        TitleVoted voted => voted.Votes.Level,
        _ => null,
    };
}
