using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Words;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.Messages;

/// <summary>Makes the message that a customer gets out of a template, the journey's data and the brand.</summary>
/// <remarks>Thread-safe. Composing does no I/O: templates were read and compiled when the catalog was made.</remarks>
internal sealed class MessageComposer(TemplateCatalog catalog, MessageRenderer renderer, MessageSetup setup, ILoggerFactory? loggers = null)
{
    private readonly ILogger logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<MessageComposer>();

    /// <summary>Composes one message in the customer's culture.</summary>
    /// <exception cref="MessageException">The message must go to review: a value is missing, the template fails, a limit is
    /// passed.</exception>
    public MessageContent Compose(MessageRequest request)
    {
        MessageTemplate template =
            catalog.Find(request.Template, request.Channel, CultureChain.Find(request.Customer.Culture))
            ?? throw new MessageException(
                request.Template,
                request.Customer.Culture,
                $"there is no usable template of this name for {request.Channel.Name}; add {request.Template}.md to a folder given to "
                    + "AddTemplates, or mend it."
            );
        try
        {
            Dictionary<string, object?> data = JsonModel.FromObject(request.Data);
            MessageContent content = Render(template, request, data);
            FrontMatter head = template.Head;
            return content with
            {
                Attachments = head.Attachments.Count == 0 ? content.Attachments : DataAttachments.Of(head.Attachments, data),
                InReplyTo = head.Answers is { } path ? MessageModel.Find(data, path) as string : null,
                IsPersonal = IsPersonal(head, data),
            };
        }
        catch (TemplateException fault)
        {
            string reason = fault.Message.StartsWith(MessageRenderer.DataLacks, StringComparison.Ordinal)
                ? fault.Message
                : $"{Path.GetFileName(template.File)}, {fault.Message}";
            throw new MessageException(request.Template, template.Culture.Name, reason, fault);
        }
    }

    /// <summary>What is wrong with added value never keeps a message from leaving: it leaves without.</summary>
    private MessageContent Render(MessageTemplate template, MessageRequest request, Dictionary<string, object?> data)
    {
        MessageForm form = setup.Options.FormOf(request.Channel);
        if (
            request.AddedValue is { } block
            && catalog.FindBeside(block, request.Template, request.Channel, request.Customer.Culture) is { } value
        )
        {
            try
            {
                return renderer.Render(template, request, form, data, value);
            }
            catch (TemplateException fault)
            {
                // Where the message itself is at fault, it fails again.
                CatalogLog.ValueLeftOut(logger, block, request.Template, fault.Message);
            }
        }

        return renderer.Render(template, request, form, data);
    }

    private static bool IsPersonal(FrontMatter head, Dictionary<string, object?> data) =>
        head.Personal is { } path && (path.Equals("true", StringComparison.OrdinalIgnoreCase) || MessageModel.Find(data, path) is true);
}
