using CustomerTouchpoints.Desks;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>What holds at a desk whatever its people do, in whatever order.</summary>
public sealed class DeskLaws
{
    [Test]
    public async Task A_dialogue_in_any_order_loses_nothing_sends_nothing_twice_and_leaves_nobody_in_silence([Range(0, 9)] int hundred)
    {
        for (int seed = hundred * 100; seed < (hundred + 1) * 100; seed++)
        {
            await using Desk desk = await Desk.OpenAsync(limits: options =>
                (options.MaxMessages, options.MaxAutomaticReplies) = (1000, 20)
            );
            await new DeskDialogue(desk, seed).RunAsync();
        }
    }
}
