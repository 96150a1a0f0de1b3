namespace Ntm.Host.Backups;

/// <summary>A file is no backup, or not as it was written; nothing was restored from it.</summary>
public sealed class BackupDamagedException(string vietnamese, string english) : Exception($"{vietnamese} · {english}");
