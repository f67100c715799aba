using System.Text.Json;

namespace CustomerTouchpoints.Tests.Reading;

/// <summary>Ids and channels are one text in JSON, and the text parses back.</summary>
public sealed class IdJsonTests
{
    [Test]
    public void Ids_are_flat_texts_that_parse_back()
    {
        JourneyId journey = "order/10~42/é";
        var touchpoint = new TouchpointId(journey, "order-shipped", "e~1", "buyer", Channel.Email);
        var clock = new ClockId(journey, "resolution", 2);
        var promise = new PromiseId(journey, 3);

        Assert.That(Back(journey), Is.EqualTo((journey, JourneyId.Parse(journey.ToString()))));
        Assert.That(Back(touchpoint), Is.EqualTo((touchpoint, TouchpointId.Parse(touchpoint.ToString()))));
        Assert.That(Back(clock), Is.EqualTo((clock, ClockId.Parse(clock.ToString()))));
        Assert.That(Back(promise), Is.EqualTo((promise, PromiseId.Parse(promise.ToString()))));
        Assert.That(Back<CustomerId>("ana").Value, Is.EqualTo(new CustomerId("ana")));
        Assert.That(JsonSerializer.Serialize(Channel.Sms), Is.EqualTo("\"sms\""));
    }

    [Test]
    public void Ids_are_names_of_properties_too()
    {
        var addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example" };
        string json = JsonSerializer.Serialize(addresses);
        Assert.That(json, Is.EqualTo("""{"email":"ana@shop.example"}"""));
        Assert.That(JsonSerializer.Deserialize<Dictionary<Channel, string>>(json), Is.EqualTo(addresses));
    }

    [TestCase("\"order\"", "has no slash")]
    [TestCase("7", "written as a text")]
    public void What_is_no_id_is_refused_as_JSON(string json, string why) =>
        Assert.That(() => JsonSerializer.Deserialize<JourneyId>(json), Throws.InstanceOf<JsonException>().With.Message.Contains(why));

    [TestCase("question/7")]
    [TestCase("question/7~x")]
    [TestCase("~1")]
    public void What_is_no_promise_is_refused(string text) => Assert.That(() => PromiseId.Parse(text), Throws.ArgumentException);

    private static (T Value, T Read) Back<T>(T id)
        where T : struct
    {
        string json = JsonSerializer.Serialize(id);
        Assert.That(JsonSerializer.Deserialize<string>(json), Is.EqualTo(id.ToString()));
        T read = JsonSerializer.Deserialize<T>(json);
        return (read, read);
    }
}
