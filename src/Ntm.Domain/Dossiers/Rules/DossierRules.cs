namespace Ntm.Domain.Dossiers.Rules;

/// <summary>The one list of rules on dossiers. docs/reference/dossier-rules.md explains each; a test holds the two together.</summary>
public static class DossierRules
{
    public static IReadOnlyList<DossierRule> All { get; } =
    [
        OrderRules.Regime,
        OrderRules.InRegime,
        OrderRules.OneDossier,
        OrderRules.Open,
        OrderRules.InOrder,
        OrderRules.Known,
        OrderRules.NotAhead,
        OfficeRules.Level,
        OfficeRules.FourEyes,
        VoteRules.Possible,
        VoteRules.Enough,
        VoteRules.Carried,
        TimeRules.YearBegun,
        TimeRules.YearOver,
        TimeRules.RegistrationAnswered,
        TimeRules.ReturnedInTime,
        TimeRules.Posted,
        TimeRules.Appraised,
        TimeRules.Announced,
        ConditionRules.Criteria,
        ConditionRules.Debt,
        ConditionRules.Satisfaction,
        ConditionRules.SatisfactionByContent,
        TitleRules.Founded,
        TitleRules.Inherited,
    ];

    /// <summary>Everything that speaks against a step, in the order of the rules.</summary>
    public static IReadOnlyList<Irregularity> Judge(JudgedStep step) =>
        [.. All.Where(rule => rule.SpeaksOf(step.Kind)).SelectMany(rule => rule.Check(rule, step))];
}
