namespace Ntm.Domain.Entries;

/// <summary>A document is (number, date, issuer): 15/KH-UBND exists in every district every year.</summary>
public sealed record DocumentReference(string Number, DateOnly Date, string Issuer);
