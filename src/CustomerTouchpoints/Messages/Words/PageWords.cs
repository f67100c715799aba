namespace CustomerTouchpoints.Messages.Words;

/// <summary>What pages for customers say that links of messages lead to.</summary>
internal static class PageWords
{
    public static readonly WordTable Table = new()
    {
        ["page.status.now"] = new("Now: {0}", "Maintenant : {0}", "Jetzt: {0}", "Ahora: {0}", "Ora: {0}"),
        ["page.status.next"] = new("Next: {0}", "Ensuite : {0}", "Als Nächstes: {0}", "Después: {0}", "Poi: {0}"),
        ["page.status.since"] = new("since {0}", "depuis le {0}", "seit {0}", "desde el {0}", "dal {0}"),
        ["page.status.promise"] = new(
            "We promised to be back to you by {0}.",
            "Nous avons promis de revenir vers vous d’ici le {0}.",
            "Wir haben versprochen, uns bis {0} zu melden.",
            "Prometimos responderle antes del {0}.",
            "Abbiamo promesso di risponderle entro il {0}."
        ),
        ["page.status.late"] = new(
            "We had promised to be back to you by {0}. We are late, and sorry.",
            "Nous avions promis de revenir vers vous d’ici le {0}. Nous sommes en retard, et désolés.",
            "Wir hatten versprochen, uns bis {0} zu melden. Wir sind zu spät, und es tut uns leid.",
            "Habíamos prometido responderle antes del {0}. Vamos con retraso y lo sentimos.",
            "Avevamo promesso di risponderle entro il {0}. Siamo in ritardo, e ci dispiace."
        ),
        ["page.status.done"] = new("This is done.", "C’est terminé.", "Das ist erledigt.", "Está terminado.", "È concluso."),
        ["page.status.open"] = new(
            "We are on it.",
            "Nous nous en occupons.",
            "Wir sind dabei.",
            "Estamos en ello.",
            "Ce ne stiamo occupando."
        ),
        ["page.step.reached"] = new("reached", "atteint", "erreicht", "alcanzado", "raggiunto"),
        ["page.step.current"] = new("here we are", "nous en sommes là", "hier sind wir", "aquí estamos", "siamo qui"),
        ["page.step.ahead"] = new("to come", "à venir", "kommt noch", "por venir", "in arrivo"),
        ["page.preferences.title"] = new(
            "What we may send you",
            "Ce que nous pouvons vous envoyer",
            "Was wir Ihnen senden dürfen",
            "Qué podemos enviarle",
            "Che cosa possiamo inviarle"
        ),
        ["page.preferences.on"] = new("You get them.", "Vous les recevez.", "Sie bekommen sie.", "Usted los recibe.", "Li riceve."),
        ["page.preferences.off"] = new(
            "You do not get them.",
            "Vous ne les recevez pas.",
            "Sie bekommen sie nicht.",
            "Usted no los recibe.",
            "Non li riceve."
        ),
        ["page.preferences.start"] = new("Yes, send them", "Oui, envoyez-les", "Ja, senden", "Sí, envíenlos", "Sì, inviateli"),
        ["page.preferences.stop"] = new("Stop them", "Ne plus les envoyer", "Nicht mehr senden", "No enviarlos más", "Non inviateli più"),
        ["page.preferences.saved"] = new("Saved.", "Enregistré.", "Gespeichert.", "Guardado.", "Salvato."),
        ["page.preferences.history"] = new(
            "What you have told us",
            "Ce que vous nous avez dit",
            "Was Sie uns gesagt haben",
            "Lo que nos ha dicho",
            "Che cosa ci ha detto"
        ),
        ["page.preferences.none"] = new("Nothing yet.", "Rien pour l’instant.", "Noch nichts.", "Nada todavía.", "Ancora niente."),
        ["page.preferences.yes"] = new("yes", "oui", "ja", "sí", "sì"),
        ["page.preferences.no"] = new("no", "non", "nein", "no", "no"),
        ["page.category.promotional"] = new(
            "Offers and news",
            "Offres et nouveautés",
            "Angebote und Neuigkeiten",
            "Ofertas y novedades",
            "Offerte e novità"
        ),
        ["page.category.promotional.about"] = new(
            "What you did not ask for yourself.",
            "Ce que vous n’avez pas demandé vous-même.",
            "Was Sie nicht selbst angefragt haben.",
            "Lo que usted no ha pedido.",
            "Ciò che non ha chiesto lei."
        ),
        ["page.category.service"] = new(
            "Updates while you wait",
            "Nouvelles pendant que vous attendez",
            "Zwischenstände, während Sie warten",
            "Avisos mientras espera",
            "Aggiornamenti mentre aspetta"
        ),
        ["page.category.service.about"] = new(
            "Where things stand, without your asking.",
            "Où en sont les choses, sans que vous demandiez.",
            "Wie es steht, ohne dass Sie fragen.",
            "Cómo va todo, sin que pregunte.",
            "A che punto siamo, senza doverlo chiedere."
        ),
        ["page.category.transactional"] = new(
            "Messages about your own matters",
            "Messages sur vos propres affaires",
            "Nachrichten zu Ihren eigenen Anliegen",
            "Mensajes sobre sus propios asuntos",
            "Messaggi sulle sue questioni"
        ),
        ["page.category.transactional.about"] = new(
            "What happens to your order or question. They can’t be turned off.",
            "Ce qui arrive à votre commande ou à votre question. Ils ne peuvent pas être désactivés.",
            "Was mit Ihrer Bestellung oder Frage geschieht. Sie lassen sich nicht abstellen.",
            "Lo que ocurre con su pedido o su pregunta. No se pueden desactivar.",
            "Che cosa succede al suo ordine o alla sua domanda. Non si possono disattivare."
        ),
        ["page.channel.every"] = new(
            "by every channel",
            "par tous les moyens",
            "auf allen Wegen",
            "por todos los medios",
            "con ogni mezzo"
        ),
        ["page.channel.email"] = new("by email", "par e-mail", "per E-Mail", "por correo", "via e-mail"),
        ["page.channel.sms"] = new("by text message", "par SMS", "per SMS", "por SMS", "via SMS"),
        ["page.channel.named"] = new("by {0}", "par {0}", "per {0}", "por {0}", "via {0}"),
        ["page.unsubscribe.title"] = new(
            "Stop these messages?",
            "Arrêter ces messages ?",
            "Diese Nachrichten abbestellen?",
            "¿Dejar de recibir estos mensajes?",
            "Interrompere questi messaggi?"
        ),
        ["page.unsubscribe.button"] = new("Unsubscribe", "Se désabonner", "Abbestellen", "Darse de baja", "Annulla l’iscrizione"),
        ["page.unsubscribe.done"] = new(
            "You are unsubscribed",
            "Vous êtes désabonné",
            "Sie sind abgemeldet",
            "Se ha dado de baja",
            "Iscrizione annullata"
        ),
        ["page.unsubscribe.what"] = new(
            "You get no more of these:",
            "Vous n’en recevrez plus :",
            "Davon kommt nichts mehr:",
            "Ya no recibirá:",
            "Non riceverà più:"
        ),
        ["page.unsubscribe.more"] = new(
            "All that we may send you",
            "Tout ce que nous pouvons vous envoyer",
            "Alles, was wir Ihnen senden dürfen",
            "Todo lo que podemos enviarle",
            "Tutto ciò che possiamo inviarle"
        ),
        ["page.confirm.title"] = new("Was it you?", "Était-ce vous ?", "Waren Sie das?", "¿Ha sido usted?", "È stato lei?"),
        ["page.confirm.ask"] = new(
            "Somebody asked for messages at your address. We write to you only if it was you.",
            "Quelqu’un a demandé des messages à votre adresse. Nous ne vous écrirons que si c’était vous.",
            "Jemand hat an Ihre Adresse Nachrichten bestellt. Wir schreiben Ihnen nur, wenn Sie es waren.",
            "Alguien ha pedido mensajes a su dirección. Solo le escribiremos si ha sido usted.",
            "Qualcuno ha chiesto messaggi al suo indirizzo. Le scriveremo solo se è stato lei."
        ),
        ["page.confirm.yes"] = new("Yes, it was me", "Oui, c’était moi", "Ja, das war ich", "Sí, he sido yo", "Sì, sono stato io"),
        ["page.confirm.no"] = new(
            "No, it was not me",
            "Non, ce n’était pas moi",
            "Nein, das war ich nicht",
            "No, no he sido yo",
            "No, non sono stato io"
        ),
        ["page.confirm.done"] = new(
            "Thank you. It is confirmed.",
            "Merci. C’est confirmé.",
            "Danke. Es ist bestätigt.",
            "Gracias. Está confirmado.",
            "Grazie. È confermato."
        ),
        ["page.confirm.refused"] = new(
            "All right. Nothing is sent to you.",
            "Très bien. Rien ne vous sera envoyé.",
            "In Ordnung. Sie bekommen nichts.",
            "De acuerdo. No se le enviará nada.",
            "Va bene. Non le sarà inviato nulla."
        ),
        ["page.confirm.lapsed"] = new(
            "This request has lapsed. Please ask once more where you asked before.",
            "Cette demande a expiré. Veuillez la refaire là où vous l’aviez faite.",
            "Diese Anfrage ist verfallen. Bitte fragen Sie noch einmal dort an, wo Sie es zuvor getan haben.",
            "Esta solicitud ha caducado. Pídalo de nuevo donde lo pidió antes.",
            "Questa richiesta è scaduta. La ripeta dove l’aveva fatta."
        ),
        ["page.gone.title"] = new(
            "This link does not work",
            "Ce lien ne fonctionne pas",
            "Dieser Link funktioniert nicht",
            "Este enlace no funciona",
            "Questo link non funziona"
        ),
        ["page.gone.text"] = new(
            "It may be too old, or not complete. Take the one of a newer message, or ask us.",
            "Il est peut-être trop ancien ou incomplet. Prenez celui d’un message plus récent, ou demandez-nous.",
            "Er ist vielleicht zu alt oder unvollständig. Nehmen Sie den einer neueren Nachricht, oder fragen Sie uns.",
            "Puede ser demasiado antiguo o estar incompleto. Use el de un mensaje más reciente o pregúntenos.",
            "Forse è troppo vecchio o incompleto. Usi quello di un messaggio più recente, o ci chieda."
        ),
        ["page.busy.title"] = new(
            "One moment, please",
            "Un instant, s’il vous plaît",
            "Einen Moment bitte",
            "Un momento, por favor",
            "Un attimo, per favore"
        ),
        ["page.busy.text"] = new(
            "We can’t do this right now. Please try again in a minute.",
            "Ce n’est pas possible pour le moment. Réessayez dans une minute.",
            "Das geht gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.",
            "Ahora mismo no es posible. Inténtelo de nuevo en un minuto.",
            "In questo momento non è possibile. Riprovi tra un minuto."
        ),
    };
}
