namespace Ntm.Domain.Refusals;

/// <summary>Why something is not recorded or not answered: a code for programs, a sentence for officers in each language.</summary>
/// <param name="Code"><c>subject.reason</c>; stable, listed in <see cref="RefusalCodes"/>.</param>
/// <param name="Field">The field or parameter to look at; null where it is the whole line.</param>
public sealed record Refusal(string Code, string? Field, string Vietnamese, string English)
{
    public string In(Language language) => language == Language.English ? English : Vietnamese;
}

public enum Language
{
    Vietnamese,
    English,
}

/// <summary>A refusal and the line it speaks of, from 1.</summary>
public sealed record LineRefusal(int Line, Refusal Refusal);
