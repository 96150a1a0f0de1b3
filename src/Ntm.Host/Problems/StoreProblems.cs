using Ntm.Domain.Refusals;
using Ntm.EventStore;

namespace Ntm.Host.Problems;

/// <summary>Sentences for a store that does not serve; in all of these nothing was written.</summary>
internal static class StoreProblems
{
    internal static Refusal Of(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Full => new("store.full", null,
            "Ổ đĩa của cơ sở dữ liệu đã đầy. Chưa có gì được ghi; câu hỏi vẫn được trả lời. Người quản trị cần giải phóng dung lượng, rồi gửi lại.",
            "The disk of the database is full. Nothing was recorded; questions are still answered. The administrator has to free space; then send again."),
        StoreTrouble.NoConnectionFree => new("store.no_connection", null,
            "Mọi kết nối đến cơ sở dữ liệu đều đang bận. Chưa có gì được ghi; hãy thử lại sau giây lát.",
            "Every connection to the database is taken. Nothing was recorded; try again in a moment."),
        StoreTrouble.OrderHeld => new("order.held", null,
            "Một chương trình khác đang giữ lượt ghi quá lâu. Chưa có gì được ghi; hãy thử lại, hoặc người quản trị xem chương trình nào đang giữ.",
            "Another program has held the order for too long. Nothing was recorded; try again, or let the administrator see which program holds it."),
        _ => new("store.unavailable", null,
            "Không truy cập được cơ sở dữ liệu. Chưa có gì được ghi; hãy thử lại.",
            "The database cannot be reached. Nothing was recorded; try again."),
    };
}
