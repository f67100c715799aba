using CustomerTouchpoints.Engine.Errands;

namespace CustomerTouchpoints.Tests.Engine;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SlotsTests
{
    private readonly Slots slots = new(least: 4, TimeProvider.System);

    [Test]
    public void A_channel_begins_with_as_many_slots_as_it_sends_at_once() => Assert.That(TakeAll(), Is.EqualTo(4));

    [Test]
    public void What_begins_at_once_while_more_is_wanted_makes_room_for_more_ahead()
    {
        TakeAll();
        slots.Begun(TimeSpan.Zero);
        slots.Begun(TimeSpan.Zero);

        Assert.That(TakeAll(), Is.EqualTo(2));
    }

    [Test]
    public void Nothing_is_claimed_ahead_that_nobody_wants()
    {
        slots.TryTake();
        slots.Begun(TimeSpan.Zero);
        slots.Release();

        Assert.That(TakeAll(), Is.EqualTo(4));
    }

    [Test]
    public void What_begins_late_takes_the_room_back_down_to_what_is_sent_at_once()
    {
        TakeAll();
        for (int i = 0; i < 1000; i++)
        {
            slots.Begun(TimeSpan.Zero);
        }

        int ahead = TakeAll();
        for (int i = 0; i < 4 + ahead; i++)
        {
            slots.Begun(TimeSpan.FromSeconds(2));
            slots.Release();
        }

        Assert.That((ahead, TakeAll()), Is.EqualTo((512, 4)));
    }

    [Test]
    public void Who_went_away_without_a_slot_is_called_once_half_of_them_are_free()
    {
        TakeAll();

        Assert.That((slots.Release(), slots.Release(), slots.Release()), Is.EqualTo((false, true, false)));
    }

    private int TakeAll()
    {
        int taken = 0;
        while (slots.TryTake())
        {
            taken++;
        }

        return taken;
    }
}
