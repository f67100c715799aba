using CustomerTouchpoints.Email.Smtp;

namespace CustomerTouchpoints.Email.Tests.Smtp;

public sealed class OutgoingBodyTests
{
    [Test]
    public async Task It_may_have_left_from_its_last_byte_on()
    {
        using var body = new OutgoingBody(new byte[10]);
        byte[] buffer = new byte[6];

        Assert.That(await body.ReadAsync(buffer), Is.EqualTo(6));
        Assert.That(body.MayHaveLeft, Is.False);
        Assert.That(await body.ReadAsync(buffer), Is.EqualTo(4));
        Assert.That(body.MayHaveLeft, Is.True);
        Assert.That(body.Withdraw(), Is.False, "Too late.");
        Assert.That(await body.ReadAsync(buffer), Is.Zero);
    }

    [Test]
    public void What_was_withdrawn_never_leaves()
    {
        using var body = new OutgoingBody(new byte[10]);
        byte[] buffer = new byte[6];
        _ = body.Read(buffer);

        Assert.That(body.Withdraw(), Is.True);
        Assert.That(body.Withdraw(), Is.True, "Again does no harm.");
        Assert.That(() => body.Read(buffer), Throws.TypeOf<IOException>());
        Assert.That(body.MayHaveLeft, Is.False);
    }
}
