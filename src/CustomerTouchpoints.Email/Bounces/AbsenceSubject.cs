using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>Subjects of answering machines that do not say what they are in any header.</summary>
/// <remarks>Pure.</remarks>
internal static partial class AbsenceSubject
{
    public static bool Is(string subject) => Machine().IsMatch(subject.Length <= 200 ? subject : subject[..200]);

    [GeneratedRegex(
        @"^\s*(automatic reply|auto(matic|mated)?[- ]?(reply|response|responder)|autoreply|out of (the )?office"
            + @"|i am out of (the )?office|away from (my|the) (desk|office)"
            + @"|automatische (antwort|antwoord|rückmeldung)|abwesenheits(notiz|meldung)|abwesend:|réponse automatique"
            + @"|absence du bureau|message d['’]absence"
            + @"|risposta automatica|fuori sede|respuesta automática|fuera de (la )?oficina|resposta automática"
            + @"|ausência temporária|automatisch antwoord|afwezig:"
            + @"|automatiskt svar|autosvar|automaattinen vastaus|automatyczna odpowiedź|automatická odpověď|автоответ|自动回复|自動応答|자동 회신)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Machine();
}
