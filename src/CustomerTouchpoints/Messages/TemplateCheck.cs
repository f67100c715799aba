using CustomerTouchpoints.Messages.Templates;

namespace CustomerTouchpoints.Messages;

/// <summary>Proves a template at start-up: strictly on its whole sample, then on nothing but what it requires.</summary>
internal sealed class TemplateCheck(MessageSetup setup, MessageRenderer renderer, IReadOnlySet<string> values)
{
    private const string Mend = "mend it and start again";

    /// <summary>Every fault of one file.</summary>
    public IEnumerable<Fault> Faults(TemplateEntry entry) =>
        (entry.Template is null ? [new Fault(entry.File, Sentence(entry.Fault!), Mend)] : Faults(entry.File, entry.Template)).Distinct();

    private IEnumerable<Fault> Faults(string file, MessageTemplate template)
    {
        FrontMatter head = template.Head;
        if (head.Topic is not null && !setup.Brand.Topics.Contains(head.Topic))
        {
            yield return new Fault(
                file,
                $"its topic \"{head.Topic}\" is none of the brand's ({Listed(setup.Brand.Topics)})",
                "add it with UseBrand, or correct it"
            );
        }

        if (template.Links.Count > 0 && setup.Links is null)
        {
            yield return new Fault(
                file,
                $"it names {Listed(template.Links)}, and no links are configured",
                "configure them with UseLinks, or take the link out"
            );
            yield break;
        }

        string[] unshown =
        [
            .. head.Requires.Where(path => !IsReserved(path) && !MessageModel.IsGiven(MessageModel.Find(head.Sample, path))),
        ];
        if (unshown.Length > 0)
        {
            yield return new Fault(file, $"its sample lacks what it requires: {Listed(unshown)}", "give each under sample:");
            yield break;
        }

        foreach ((Channel channel, MessageForm form) in FormsOf(template))
        {
            if (form is MessageForm.Mail && template.Subject is null)
            {
                yield return new Fault(file, "it has no subject", "give subject: in the front matter");
                continue;
            }

            string? strict = Try(template, channel, form, head.Sample, strict: true);
            if (strict is not null)
            {
                yield return new Fault(file, Sentence(strict), Mend);
            }
            else if (Try(template, channel, form, SampleModel.RequiredData(template), strict: false) is { } bare)
            {
                yield return new Fault(file, $"when nothing but what it requires is known, {Sentence(bare)}", Mend);
            }
        }
    }

    private string? Try(MessageTemplate template, Channel channel, MessageForm form, Dictionary<string, object?> sample, bool strict)
    {
        try
        {
            MessageRequest request = SampleModel.Request(template, channel, setup.DefaultZone.Id);
            if (!strict)
            {
                request = request with
                {
                    Customer = request.Customer with { Name = null, TimeZone = null },
                    StateWords = null,
                    Step = null,
                    Steps = null,
                };
            }

            renderer.Render(template, request, form, SampleModel.Data(sample), sample: sample, strict: strict);
            return null;
        }
        catch (TemplateException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>
    /// A channel's own file is rendered in that channel's form; a general one in all. Added value is a part of a message, and has no
    /// subject.
    /// </summary>
    private IEnumerable<(Channel Channel, MessageForm Form)> FormsOf(MessageTemplate template) =>
        values.Contains(template.Name) ? [(template.Channel ?? Channel.Email, MessageForm.Plain)]
        : template.Channel is { } own ? [(own, setup.Options.FormOf(own))]
        : [(Channel.Email, MessageForm.Mail), (Channel.Sms, MessageForm.Compact), (Channel.Chat, MessageForm.Plain)];

    /// <summary>What an engine says of a template, as a part of a line.</summary>
    private static string Sentence(string words) => words.TrimEnd('.');

    private static bool IsReserved(string path) =>
        MessageModel.ReservedNames.Contains(path.Split('.')[0]) || MessageLinks.Names.Contains(path);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "there are none";
}
