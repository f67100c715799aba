using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;

namespace CustomerTouchpoints.Tests.Customers.Suppression;

/// <summary>When two ways to write an address are the same, and what its hash tells.</summary>
public sealed class AddressTests
{
    private static readonly HashKey One = HashKey.Parse(HashKey.Make())!;
    private static readonly HashKey Two = HashKey.Parse(HashKey.Make())!;

    [TestCase(AddressForm.Email, "Ana@Shop.Example", "ana@shop.example")]
    [TestCase(AddressForm.Email, " ana@shop.example ", "ana@shop.example")]
    [TestCase(AddressForm.Email, "ana@shop.example.", "ana@shop.example")]
    [TestCase(AddressForm.Email, "ana@bücher.example", "ana@xn--bcher-kva.example")]
    [TestCase(AddressForm.Email, "ana@BÜCHER.example", "ana@xn--bcher-kva.example")]
    [TestCase(AddressForm.Email, "ana+shop@shop.example", "ana+shop@shop.example")]
    [TestCase(AddressForm.Email, "a.na@shop.example", "a.na@shop.example")]
    [TestCase(AddressForm.Email, "\"a@b\"@shop.example", "\"a@b\"@shop.example")]
    [TestCase(AddressForm.Email, "zoe\u0301@shop.example", "zo\u00e9@shop.example")]
    [TestCase(AddressForm.Email, "no address", "no address")]
    [TestCase(AddressForm.Email, "ana@[192.0.2.7]", "ana@[192.0.2.7]")]
    [TestCase(AddressForm.Phone, "+39 06 123-45.67", "+39061234567")]
    [TestCase(AddressForm.Phone, "0039 (06) 1234567", "+39061234567")]
    [TestCase(AddressForm.Phone, "06/1234567", "061234567")]
    [TestCase(AddressForm.Phone, "00", "00")]
    [TestCase(AddressForm.Phone, "ana@phone", "ana@phone")]
    [TestCase(AddressForm.Phone, "+39+06", "+39+06")]
    [TestCase(AddressForm.Exact, " Room 7 ", "Room 7")]
    public void An_address_has_one_normal_form(AddressForm form, string written, string normal)
    {
        Assert.That(NormalAddress.Of(form, written), Is.EqualTo(normal));
        Assert.That(NormalAddress.Of(form, normal), Is.EqualTo(normal), "and that is its own");
    }

    [Test]
    public void A_hash_says_its_key_and_neither_the_address_nor_the_channel_of_another()
    {
        AddressHash hash = One.Of(Channel.Email, "ana@shop.example");
        Assert.That(hash.Text, Has.Length.EqualTo(29).And.StartsWith(One.Id + "."));
        Assert.That(HashKey.IdOf(hash.Text), Is.EqualTo(One.Id));
        Assert.That(One.Of(Channel.Email, "ana@shop.example"), Is.EqualTo(hash));
        Assert.That(One.Of(Channel.Sms, "ana@shop.example").Text, Is.Not.EqualTo(hash.Text));
        Assert.That(Two.Of(Channel.Email, "ana@shop.example").Text[7..], Is.Not.EqualTo(hash.Text[7..]));
        Assert.That(One.Of(Channel.Email, "bo@shop.example").Text, Is.Not.EqualTo(hash.Text));
    }

    [Test]
    public void An_address_is_hashed_under_every_key_that_lives_the_current_one_first()
    {
        var hasher = new AddressHasher([Two, One], _ => AddressForm.Email);
        Assert.That(
            hasher.Of(Channel.Email, "ANA@shop.example"),
            Is.EqualTo([Two.Of(Channel.Email, "ana@shop.example"), One.Of(Channel.Email, "ana@shop.example")])
        );
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("no base64!")]
    [TestCase("c2hvcnQ=")]
    public void What_is_too_short_or_no_base64_is_no_key(string? text) => Assert.That(HashKey.Parse(text), Is.Null);

    [TestCase("email~0a1b2c.AA~HardBounce", true)]
    [TestCase("email~0a1b2c.AA~Nonsense", false)]
    [TestCase("email~~HardBounce", false)]
    [TestCase("E Mail~0a1b2c.AA~HardBounce", false)]
    [TestCase("0a1b2c.AA~HardBounce", false)]
    public void The_id_of_a_suppression_reads_back_and_nothing_else_does(string id, bool isOne)
    {
        if (isOne)
        {
            Assert.That(SuppressionKey.Parse(id).ToString(), Is.EqualTo(id));
        }
        else
        {
            Assert.That(() => SuppressionKey.Parse(id), Throws.ArgumentException.With.Message.Contains("SuppressionView"));
        }
    }
}
