using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Desks;

/// <summary>A desk for mail and chat, with people at it on weekdays from nine to five.</summary>
public sealed class TwoChannelDesk() : QuestionLifecycle(Targets)
{
    private static QuestionPolicy Targets { get; } =
        new()
        {
            Channels = [Channel.Email, Channel.Chat],
            Hours = BusinessCalendar.In("Etc/UTC").OpenWeekdays(new TimeOnly(9, 0), new TimeOnly(17, 0)).Build(),
        };
}
