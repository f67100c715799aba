using System.Buffers;
using System.Text;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>A channel that sends bytes gets those of the strings, and nobody makes the strings for it.</summary>
public sealed class MessageBytesTests
{
    private const string Template = "---\nsubject: Grüße\n---\nGrüß dich, {{ name }} ☕, {{ name }}.\n";

    [TestCase("Ana")]
    [TestCase("<b>Ana</b> & 李 \U0001F380")]
    [TestCase("")]
    public void The_parts_of_a_mail_are_written_as_they_read(string name)
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Template));
        string data = System.Text.Json.JsonSerializer.Serialize(new { name });
        MessageContent written = desk.Compose(MessageDesk.Request("hi", data));
        MessageContent read = desk.Compose(MessageDesk.Request("hi", data));

        Assert.That(Bytes(written.WriteText), Is.EqualTo(Encoding.UTF8.GetBytes(read.Text)));
        Assert.That(Bytes(written.WriteHtml), Is.EqualTo(Encoding.UTF8.GetBytes(read.Html!)));
        Assert.That(read.Text, Does.Contain("Grüß dich").And.Contain(name));
        Assert.That(written, Is.EqualTo(read));
        Assert.That(written.HasHtml, Is.True);
    }

    [Test]
    public void So_is_what_a_host_wrote_itself()
    {
        var content = new MessageContent { Text = "é", Html = "<p>é</p>" };
        Assert.That(Bytes(content.WriteText), Is.EqualTo(Encoding.UTF8.GetBytes("é")));
        Assert.That(Bytes(content.WriteHtml), Is.EqualTo(Encoding.UTF8.GetBytes("<p>é</p>")));
        Assert.That(content, Is.EqualTo(new MessageContent { Text = "é", Html = "<p>é</p>" }));
        Assert.That(content, Is.Not.EqualTo(content with { Text = "e" }));

        MessageContent plain = content with { Html = null };
        Assert.That(Bytes(plain.WriteHtml), Is.Empty);
        Assert.That(plain.HasHtml, Is.False);
        Assert.That(plain.Html, Is.Null);
    }

    private static byte[] Bytes(Action<IBufferWriter<byte>> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
