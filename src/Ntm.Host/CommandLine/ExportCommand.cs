using System.CommandLine;
using System.IO.Pipelines;
using Ntm.Host.Entries;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm export [FILE]</c>: the whole record as lines; fed to an empty system it gives the same answers.</summary>
internal static class ExportCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("file") { Description = "Tệp để ghi; bỏ trống: ra màn hình · the file to write; none: standard output", DefaultValueFactory = _ => null };
        var command = new Command("export", "Xuất toàn bộ sổ thành NDJSON · the whole record as NDJSON") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var head = await session.Record.HeadAsync(cancellation);
            var path = parsed.GetValue(file);
            await using var output = path is null ? context.OpenBytes() : new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            long written;
            try
            {
                var writer = PipeWriter.Create(output);
                written = await EntryFeed.WriteAsync(writer, session.Record.ReadAsync(0, head, null, cancellation), long.MaxValue, cancellation);
                await writer.CompleteAsync();
            }
            catch when (path is not null)
            {
                // A part would look like the whole.
                File.Delete(path);
                await context.Error.WriteLineAsync($"Chưa xuất xong nên đã xóa '{path}' · Not finished, so '{path}' was removed");
                throw;
            }

            await context.Error.WriteLineAsync($"Đã xuất {written} mục ghi · exported {written} entries");
            return ExitCodes.Done;
        });
        return command;
    }
}
