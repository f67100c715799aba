namespace CustomerTouchpoints.Messages.Words;

/// <summary>What the pages say that ask how it went, and that take questions.</summary>
internal static class FeedbackWords
{
    public static readonly WordTable Table = new()
    {
        ["page.feedback.title"] = new(
            "How did it go?",
            "Comment cela s’est-il passé ?",
            "Wie ist es gelaufen?",
            "¿Cómo ha ido?",
            "Com’è andata?"
        ),
        ["page.feedback.solved"] = new("Is it solved?", "Est-ce résolu ?", "Ist es gelöst?", "¿Está resuelto?", "È risolto?"),
        ["page.feedback.satisfaction"] = new(
            "How satisfied are you?",
            "Dans quelle mesure êtes-vous satisfait ?",
            "Wie zufrieden sind Sie?",
            "¿Cuál es su grado de satisfacción?",
            "Quanto è soddisfatto?"
        ),
        ["page.feedback.recommendation"] = new(
            "How likely are you to recommend us to others?",
            "Quelle est la probabilité que vous nous recommandiez ?",
            "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
            "¿Con qué probabilidad nos recomendaría?",
            "Con quale probabilità ci consiglierebbe ad altri?"
        ),
        ["page.feedback.yes"] = new("Yes", "Oui", "Ja", "Sí", "Sì"),
        ["page.feedback.no"] = new("No", "Non", "Nein", "No", "No"),
        ["page.feedback.dissatisfied"] = new("not at all", "pas du tout", "gar nicht", "nada", "per niente"),
        ["page.feedback.satisfied"] = new("very", "très", "sehr", "mucho", "molto"),
        ["page.feedback.unlikely"] = new("not likely", "peu probable", "unwahrscheinlich", "nada probable", "improbabile"),
        ["page.feedback.likely"] = new("very likely", "très probable", "sehr wahrscheinlich", "muy probable", "molto probabile"),
        ["page.feedback.comment"] = new(
            "Would you like to add something?",
            "Souhaitez-vous ajouter quelque chose ?",
            "Möchten Sie etwas hinzufügen?",
            "¿Desea añadir algo?",
            "Vuole aggiungere qualcosa?"
        ),
        ["page.feedback.send"] = new("Send", "Envoyer", "Absenden", "Enviar", "Invia"),
        ["page.feedback.choose"] = new(
            "Please choose an answer.",
            "Veuillez choisir une réponse.",
            "Bitte wählen Sie eine Antwort.",
            "Elija una respuesta, por favor.",
            "Scelga una risposta, per favore."
        ),
        ["page.feedback.thanks"] = new(
            "Thank you. We have your answer.",
            "Merci. Votre réponse est enregistrée.",
            "Danke. Ihre Antwort ist angekommen.",
            "Gracias. Hemos recibido su respuesta.",
            "Grazie. Abbiamo la sua risposta."
        ),
        ["page.feedback.reopened"] = new(
            "Thank you for saying so. It is open again, and we come back to you.",
            "Merci de nous le dire. C’est rouvert, et nous revenons vers vous.",
            "Danke, dass Sie es sagen. Es ist wieder offen, und wir melden uns.",
            "Gracias por decírnoslo. Está abierto de nuevo y le responderemos.",
            "Grazie per avercelo detto. È di nuovo aperto, e le risponderemo."
        ),
        ["page.feedback.until"] = new(
            "You may change your answer until {0}.",
            "Vous pouvez modifier votre réponse jusqu’au {0}.",
            "Sie können Ihre Antwort bis {0} ändern.",
            "Puede cambiar su respuesta hasta el {0}.",
            "Può cambiare la sua risposta fino al {0}."
        ),
        ["page.feedback.stands"] = new(
            "You have answered, and we thank you.",
            "Vous avez répondu, et nous vous en remercions.",
            "Sie haben geantwortet; vielen Dank.",
            "Ha respondido, y se lo agradecemos.",
            "Ha risposto, e la ringraziamo."
        ),
        ["page.ask.title"] = new("Ask a question", "Poser une question", "Eine Frage stellen", "Hacer una pregunta", "Fare una domanda"),
        ["page.ask.label"] = new(
            "What would you like to know?",
            "Que souhaitez-vous savoir ?",
            "Was möchten Sie wissen?",
            "¿Qué desea saber?",
            "Che cosa desidera sapere?"
        ),
        ["page.ask.send"] = new("Send the question", "Envoyer la question", "Frage absenden", "Enviar la pregunta", "Invia la domanda"),
        ["page.ask.perhaps"] = new(
            "Does this answer it?",
            "Est-ce la réponse ?",
            "Beantwortet das Ihre Frage?",
            "¿Responde esto a su pregunta?",
            "È questa la risposta?"
        ),
        ["page.ask.anyway"] = new(
            "No, send my question",
            "Non, envoyer ma question",
            "Nein, meine Frage absenden",
            "No, enviar mi pregunta",
            "No, invia la mia domanda"
        ),
        ["page.ask.empty"] = new(
            "Please write your question.",
            "Veuillez écrire votre question.",
            "Bitte schreiben Sie Ihre Frage.",
            "Escriba su pregunta, por favor.",
            "Scriva la sua domanda, per favore."
        ),
        ["page.ask.done"] = new(
            "Thank you. We have your question.",
            "Merci. Nous avons votre question.",
            "Danke. Wir haben Ihre Frage.",
            "Gracias. Tenemos su pregunta.",
            "Grazie. Abbiamo la sua domanda."
        ),
        ["page.ask.soon"] = new(
            "We write to you, and say by when we answer.",
            "Nous vous écrivons, et vous disons quand nous répondrons.",
            "Wir schreiben Ihnen, und sagen, bis wann wir antworten.",
            "Le escribiremos para decirle cuándo responderemos.",
            "Le scriveremo, e le diremo entro quando risponderemo."
        ),
        ["page.text.long"] = new(
            "That is too long. Please shorten it.",
            "C’est trop long. Veuillez raccourcir.",
            "Das ist zu lang. Bitte kürzen Sie es.",
            "Es demasiado largo. Acórtelo, por favor.",
            "È troppo lungo. Lo accorci, per favore."
        ),
        ["page.status.ask"] = new(
            "Ask a question about this",
            "Poser une question à ce sujet",
            "Eine Frage dazu stellen",
            "Hacer una pregunta sobre esto",
            "Fare una domanda su questo"
        ),
    };
}
