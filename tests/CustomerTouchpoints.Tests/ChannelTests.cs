namespace CustomerTouchpoints.Tests;

public sealed class ChannelTests
{
    [Test]
    public void A_channel_is_known_by_its_name()
    {
        Channel pigeon = "pigeon";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pigeon, Is.EqualTo(new Channel("pigeon")));
            Assert.That(pigeon.GetHashCode(), Is.EqualTo(new Channel("pigeon").GetHashCode()));
            Assert.That(pigeon, Is.Not.EqualTo(Channel.Sms));
            Assert.That(pigeon.ToString(), Is.EqualTo("pigeon"));
        }
    }

    [Test]
    public void A_channel_that_nobody_named_is_email() => Assert.That(default(Channel), Is.EqualTo(Channel.Email));

    [TestCase("")]
    [TestCase("SMS")]
    [TestCase("e mail")]
    [TestCase("sms.backup")]
    [TestCase("../sms")]
    public void What_is_malformed_is_refused(string name) =>
        Assert.That(() => new Channel(name), Throws.ArgumentException.With.Message.Contain("can't be a channel's name"));
}
