using System.Collections.Immutable;
using static Ntm.Domain.Dossiers.Rules.RuleWords;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>Whether a vote adds up, and whether it carries.</summary>
internal static class VoteRules
{
    private static readonly ImmutableArray<StepKind> Votes = [StepKind.CommuneVoted, StepKind.DistrictVoted, StepKind.CouncilVoted];

    internal static DossierRule Possible { get; } = new(
        "dossier.votes_impossible", Votes, new("Số phiếu không nhiều hơn số người có mặt, số có mặt không nhiều hơn số thành viên",
            "There are no more votes than present, and no more present than members"), (rule, step) =>
        {
            var votes = ((TitleVoted)step.Entry).Votes;
            if (votes.Present <= votes.Members && votes.For + votes.Against <= votes.Present)
                return [];
            return [rule.Broken(step, new(
                $"{votes.Members} thành viên, {votes.Present} có mặt, {votes.For} phiếu thuận, {votes.Against} phiếu chống: không thể.",
                $"{votes.Members} members, {votes.Present} present, {votes.For} for, {votes.Against} against: that cannot be."))];
        });

    // A share of nine tenths is asked for, but by no source at hand: what has no majority is rejected under any.
    internal static DossierRule Carried { get; } = new(
        "dossier.council_rejected", [StepKind.Granted], new("Hội đồng không bác", "The council did not reject it"), (rule, step) =>
        {
            if (step.Before.Stage != DossierStage.CouncilRejected)
                return [];
            var vote = step.Before.Steps.Select(before => before.Value).OfType<TitleVoted>().Last();
            return [rule.Broken(step, new(
                $"Hội đồng thẩm định đã bác: {vote.Votes.For} phiếu thuận trên {vote.Votes.Present} người có mặt.",
                $"The appraisal council rejected it: {vote.Votes.For} for of {vote.Votes.Present} present."))];
        });

    internal static DossierRule Enough { get; } = new(
        "dossier.votes_too_few", Votes, new("Đủ tỷ lệ phiếu thuận trên số có mặt", "The share asked for of those present voted for it"), (rule, step) =>
        {
            var votes = ((TitleVoted)step.Entry).Votes;
            if (step.Regime?.Parameter($"vote.{OfficeLevels.Names.NameOf(votes.Level)}") is not { Value: { } percent } share || votes.For * 100m >= percent * votes.Present)
                return [];
            return [rule.Broken(step, new(
                $"{votes.For} trên {votes.Present} người có mặt, dưới {VietnameseNumber(percent)} %.",
                $"{votes.For} of {votes.Present} present, below {Number(percent)} %."), share)];
        });
}
