using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.Tests.Messages;

public sealed class DataAttachmentTests
{
    [Test]
    public void Files_of_the_data_come_with_a_message_whose_front_matter_names_them()
    {
        const string Hi = "---\nsubject: Hello\nattachments: [invitation, order.files, nothing]\n---\nHello";
        const string File = """{ "name": "visit.ics", "type": "text/calendar; method=REQUEST", "content": "QUJD" }""";
        using MessageDesk desk = MessageDesk.With(("hi.md", Hi), ("plain.md", "---\nsubject: Hello\n---\nHello"));
        string data =
            $$"""{ "invitation": {{File}}, "order": { "files": [{{File}}, { "Name": "a", "content": "QQ==", "contentId": "a" }] } }""";

        IReadOnlyList<MessageAttachment> files = desk.Compose(MessageDesk.Request("hi", data)).Attachments;

        Assert.That(
            files.Select(file => $"{file.Name}|{file.Type}|{System.Text.Encoding.ASCII.GetString(file.Content.Span)}|{file.ContentId}"),
            Is.EqualTo(
                (string[])
                    [
                        "visit.ics|text/calendar; method=REQUEST|ABC|",
                        "visit.ics|text/calendar; method=REQUEST|ABC|",
                        "a|application/octet-stream|A|a",
                    ]
            )
        );
        Assert.That(desk.Compose(MessageDesk.Request("plain", data)).Attachments, Is.Empty);
    }

    [TestCase("7")]
    [TestCase("""{ "name": "a", "content": "%" }""")]
    [TestCase("""{ "content": "QQ==" }""")]
    [TestCase("""[null]""")]
    public void What_is_no_file_in_the_data_goes_to_review(string file)
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", "---\nsubject: Hello\nattachments: invitation\n---\nHello"));
        Assert.That(
            () => desk.Compose(MessageDesk.Request("hi", $$"""{ "invitation": {{file}} }""")),
            Throws.TypeOf<MessageException>().With.Message.Contains("invitation is no file")
        );
    }
}
