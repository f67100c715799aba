using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages;

/// <summary>Makes the message that a customer gets out of a template, the journey's data and the brand.</summary>
/// <remarks>Thread-safe. Composing does no I/O: templates were read and compiled when the catalog was made.</remarks>
internal sealed class MessageComposer(TemplateCatalog catalog, MessageRenderer renderer, MessageSetup setup)
{
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
            MessageContent content = renderer.Render(template, request, setup.Options.FormOf(request.Channel), data);
            IReadOnlyList<string> files = template.Head.Attachments;
            return files.Count == 0 ? content : content with { Attachments = DataAttachments.Of(files, data) };
        }
        catch (TemplateException fault)
        {
            string reason = fault.Message.StartsWith(MessageRenderer.DataLacks, StringComparison.Ordinal)
                ? fault.Message
                : $"{Path.GetFileName(template.File)}, {fault.Message}";
            throw new MessageException(request.Template, template.Culture.Name, reason, fault);
        }
    }
}
