namespace CustomerTouchpoints.Tests;

public sealed class CustomerIdTests
{
    [TestCase("ana")]
    [TestCase("crm:4711/α")]
    [TestCase("with blanks inside")]
    public void A_customer_is_any_text_of_the_hosts_own(string text)
    {
        CustomerId customer = text;

        Assert.That(customer.ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase(" ana")]
    [TestCase("ana\t")]
    [TestCase("a\u0007na")]
    public void What_is_malformed_is_refused(string text) =>
        Assert.That(() => new CustomerId(text), Throws.ArgumentException.With.Message.Contain("can't be a customer's id"));

    [Test]
    public void Half_a_character_is_refused() =>
        Assert.That(() => new CustomerId("ana" + (char)0xDC00), Throws.ArgumentException.With.Message.Contain("can't be a customer's id"));

    [Test]
    public void An_id_has_200_characters_at_most() =>
        Assert.That(() => new CustomerId(new string('x', 201)), Throws.ArgumentException.With.Message.Contain("1 to 200 characters"));

    [Test]
    public void Customers_are_locked_in_ordinal_order()
    {
        CustomerId[] ids = ["b", "ä", "a", "B"];

        Assert.That(string.Join(' ', ids.Order()), Is.EqualTo("B a b ä"));
    }
}
