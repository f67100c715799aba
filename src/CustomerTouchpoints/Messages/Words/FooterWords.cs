namespace CustomerTouchpoints.Messages.Words;

/// <summary>
/// Why the customer gets a message: <c>{0}</c> is the matter, <c>{1}</c> the brand. A lifecycle's matter is <c>journey.</c> and its name,
/// with <c>{0}</c> for the journey's key; a host adds its own.
/// </summary>
internal static class FooterWords
{
    public const string JourneyPrefix = "journey.";

    public static readonly WordTable Table = new()
    {
        ["why.transactional"] = new(
            "You receive this message because it is about {0} with {1}.",
            "Vous recevez ce message car il concerne {0} chez {1}.",
            "Sie erhalten diese Nachricht, weil sie {0} bei {1} betrifft.",
            "Recibe este mensaje porque trata de {0} en {1}.",
            "Riceve questo messaggio perché riguarda {0} presso {1}."
        ),
        ["why.service"] = new(
            "You receive this message because {1} keeps you informed about {0}.",
            "Vous recevez ce message car {1} vous tient au courant de {0}.",
            "Sie erhalten diese Nachricht, weil {1} Sie auf dem Laufenden hält: Es geht um {0}.",
            "Recibe este mensaje porque {1} le mantiene al tanto de {0}.",
            "Riceve questo messaggio perché {1} La tiene al corrente: riguarda {0}."
        ),
        ["why.promotional"] = new(
            "You receive this message because you agreed to hear from {1}.",
            "Vous recevez ce message car vous avez accepté d'avoir des nouvelles de {1}.",
            "Sie erhalten diese Nachricht, weil Sie Neuigkeiten von {1} zugestimmt haben.",
            "Recibe este mensaje porque aceptó recibir noticias de {1}.",
            "Riceve questo messaggio perché ha accettato di ricevere novità da {1}."
        ),
        ["journey"] = new("your request {0}", "votre demande {0}", "Ihre Anfrage {0}", "su solicitud {0}", "la Sua richiesta {0}"),
        ["journey.order"] = new("your order {0}", "votre commande {0}", "Ihre Bestellung {0}", "su pedido {0}", "il Suo ordine {0}"),
        ["journey.question"] = new("your question {0}", "votre question {0}", "Ihre Frage {0}", "su pregunta {0}", "la Sua domanda {0}"),
        ["journey.return"] = new("your return {0}", "votre retour {0}", "Ihre Rücksendung {0}", "su devolución {0}", "il Suo reso {0}"),
    };
}
