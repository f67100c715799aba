namespace CustomerTouchpoints.Messages.Words;

/// <summary>How far away a moment is: <c>{0}</c> is the count.</summary>
internal static class RelativeTimeWords
{
    public static readonly WordTable Table = new()
    {
        ["relative.now"] = new("now", "maintenant", "jetzt", "ahora", "ora"),
        ["relative.in-minutes.one"] = new("in {0} minute", "dans {0} minute", "in {0} Minute", "en {0} minuto", "tra {0} minuto"),
        ["relative.in-minutes.other"] = new("in {0} minutes", "dans {0} minutes", "in {0} Minuten", "en {0} minutos", "tra {0} minuti"),
        ["relative.in-hours.one"] = new("in {0} hour", "dans {0} heure", "in {0} Stunde", "en {0} hora", "tra {0} ora"),
        ["relative.in-hours.other"] = new("in {0} hours", "dans {0} heures", "in {0} Stunden", "en {0} horas", "tra {0} ore"),
        ["relative.in-days.one"] = new("in {0} day", "dans {0} jour", "in {0} Tag", "en {0} día", "tra {0} giorno"),
        ["relative.in-days.other"] = new("in {0} days", "dans {0} jours", "in {0} Tagen", "en {0} días", "tra {0} giorni"),
        ["relative.minutes-ago.one"] = new("{0} minute ago", "il y a {0} minute", "vor {0} Minute", "hace {0} minuto", "{0} minuto fa"),
        ["relative.minutes-ago.other"] = new(
            "{0} minutes ago",
            "il y a {0} minutes",
            "vor {0} Minuten",
            "hace {0} minutos",
            "{0} minuti fa"
        ),
        ["relative.hours-ago.one"] = new("{0} hour ago", "il y a {0} heure", "vor {0} Stunde", "hace {0} hora", "{0} ora fa"),
        ["relative.hours-ago.other"] = new("{0} hours ago", "il y a {0} heures", "vor {0} Stunden", "hace {0} horas", "{0} ore fa"),
        ["relative.days-ago.one"] = new("{0} day ago", "il y a {0} jour", "vor {0} Tag", "hace {0} día", "{0} giorno fa"),
        ["relative.days-ago.other"] = new("{0} days ago", "il y a {0} jours", "vor {0} Tagen", "hace {0} días", "{0} giorni fa"),
    };
}
