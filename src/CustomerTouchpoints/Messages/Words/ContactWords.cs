namespace CustomerTouchpoints.Messages.Words;

/// <summary>The labels of the contact block.</summary>
internal static class ContactWords
{
    public static readonly WordTable Table = new()
    {
        ["contact.title"] = new(
            "Questions? We are here.",
            "Une question ? Nous sommes là.",
            "Fragen? Wir sind für Sie da.",
            "¿Alguna pregunta? Estamos aquí.",
            "Domande? Siamo qui."
        ),
        ["contact.phone"] = new("Phone:", "Téléphone :", "Telefon:", "Teléfono:", "Telefono:"),
        ["contact.email"] = new("Email:", "E-mail :", "E-Mail:", "Correo:", "E-mail:"),
        ["contact.website"] = new("Web:", "Web :", "Web:", "Web:", "Web:"),
        ["contact.reply"] = new(
            "Or simply reply to this message: a person reads it.",
            "Ou répondez simplement à ce message : une personne le lira.",
            "Oder antworten Sie einfach auf diese Nachricht: Ein Mensch liest sie.",
            "O responda a este mensaje: lo lee una persona.",
            "Oppure risponda a questo messaggio: lo legge una persona."
        ),
    };
}
