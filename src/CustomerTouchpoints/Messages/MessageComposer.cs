using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages;

/// <summary>Makes the message that a customer gets out of a template, the journey's data and the brand.</summary>
/// <remarks>Thread-safe. Composing does no I/O: templates were read and compiled when the catalog was made.</remarks>
internal sealed class MessageComposer(TemplateCatalog catalog)
{
    /// <summary>Composes one message in the customer's culture.</summary>
    /// <exception cref="MessageException">The message must go to review: a value is missing, the template fails, a limit is passed.</exception>
    public MessageContent Compose(MessageRequest request) => !catalog.Contains(request.Template, request.Channel)
        ? throw new MessageException(request.Template, request.Customer.Culture, "there is no such template.")
        : throw new NotImplementedException();
}
