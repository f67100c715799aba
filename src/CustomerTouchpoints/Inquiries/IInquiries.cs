namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// The support desk: customers ask, representatives answer, and the customer hears in between where things stand. Each call is one event of
/// the inquiry's journey, so that what is said and its message to the customer are stored together or not at all.
/// </summary>
/// <remarks>
/// Thread-safe. Resolve it from the host's services. Each call takes the host's own id of what is done: the same again is safe, and answers
/// <see cref="InquiryOutcome.Repeated"/>. Who may call what is the host's to say. All calls throw what
/// <see cref="ICustomerTouchpoints.RaiseAsync"/> throws, and an <see cref="ArgumentException"/> for a text that is empty or too long.
/// </remarks>
public interface IInquiries
{
    /// <summary>The name of the lifecycle that inquiries follow: they are called <c>question/7</c> by default.</summary>
    string Lifecycle { get; }

    /// <summary>A customer asks: an inquiry begins.</summary>
    /// <param name="inquiry">The new inquiry, such as <c>question/77</c>.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="asked">What they ask.</param>
    /// <param name="id">The host's id of it.</param>
    /// <param name="at">When they asked; null means now.</param>
    /// <param name="cancellationToken">Stops the waiting, not what is done.</param>
    Task<InquiryResult> AskAsync(
        JourneyId inquiry,
        CustomerId customer,
        InquiryAsked asked,
        string id,
        DateTimeOffset? at = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>A representative has read it, and takes it.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> ReadAsync(JourneyId inquiry, InquiryRead read, string id, CancellationToken cancellationToken = default);

    /// <summary>We answer, if nothing was said since what the answer has <see cref="InquiryAnswered.Seen"/>.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="id">The host's id of it.</param>
    /// <param name="cancellationToken">Stops the waiting, not what is done.</param>
    Task<InquiryResult> AnswerAsync(JourneyId inquiry, InquiryAnswered answer, string id, CancellationToken cancellationToken = default);

    /// <summary>We need something from the customer, and ask for it, if nothing was said since what was seen.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> AwaitCustomerAsync(
        JourneyId inquiry,
        InquiryAwaitsCustomer awaits,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>A note for the people on our side.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> NoteAsync(JourneyId inquiry, InquiryNoted note, string id, CancellationToken cancellationToken = default);

    /// <summary>Somebody else takes it.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> HandOverAsync(
        JourneyId inquiry,
        InquiryHandedOver handedOver,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>The customer wrote again, about this inquiry. A solved one is open again by it.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="wrote">What they wrote.</param>
    /// <param name="id">The host's id of it.</param>
    /// <param name="at">When they wrote; null means now.</param>
    /// <param name="cancellationToken">Stops the waiting, not what is done.</param>
    Task<InquiryResult> CustomerWroteAsync(
        JourneyId inquiry,
        InquiryCustomerWrote wrote,
        string id,
        DateTimeOffset? at = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>It is solved, if nothing was said since what was seen; the customer is asked whether it is.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> ResolveAsync(JourneyId inquiry, InquiryResolved resolved, string id, CancellationToken cancellationToken = default);

    /// <summary>It is not solved after all.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> ReopenAsync(JourneyId inquiry, InquiryReopened reopened, string id, CancellationToken cancellationToken = default);

    /// <summary>It is closed for good.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> CloseAsync(JourneyId inquiry, InquiryClosed closed, string id, CancellationToken cancellationToken = default);

    /// <summary>It belongs together with another journey.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> LinkAsync(JourneyId inquiry, InquiryLinked linked, string id, CancellationToken cancellationToken = default);

    /// <summary>Sets its topic, its priority, its tags.</summary>
    /// <inheritdoc cref="AnswerAsync" path="/param"/>
    Task<InquiryResult> ClassifyAsync(
        JourneyId inquiry,
        InquiryClassified classified,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Takes a message that has come in: finds the inquiry that it belongs to, by a signed reference in address or subject or by the mails
    /// that it answers, or begins a new one. Only an inquiry of the same customer is found; what answers one that is closed begins a new
    /// one that is about it. The same <see cref="InboundMessage.MessageId"/> is taken once. A text that is too long is cut, and what was
    /// cut is kept aside as far as it fits.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the waiting, not what is done.</param>
    Task<InquiryResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken = default);

    /// <summary>Reads an inquiry with everything that was said. Null when there is none.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<ConversationView?> GetAsync(JourneyId inquiry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads open inquiries, by when something in them is due next: mine, unassigned, at risk. Read in pages; one that moves meanwhile may
    /// come twice or not. It looks at everything that is open in the store, and at nothing that has ended.
    /// </summary>
    /// <exception cref="ArgumentException">The cursor is none.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    IAsyncEnumerable<InquirySummary> OpenAsync(InquiryQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The signed reference of an inquiry, for a reply address such as <c>help+question.77.k3m9…@shop.example</c>; null without
    /// <see cref="InquiryOptions.ReferenceKey"/>, and for a key that no address can carry.
    /// </summary>
    string? ReferenceOf(JourneyId inquiry);
}
