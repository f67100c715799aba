namespace CustomerTouchpoints.Messages.Words;

/// <summary>Where a journey stands on its line: <c>{0}</c> of <c>{1}</c>.</summary>
internal static class ProgressWords
{
    public static readonly WordTable Table = new()
    {
        ["progress.step"] = new("step {0} of {1}", "étape {0} sur {1}", "Schritt {0} von {1}", "paso {0} de {1}", "passo {0} di {1}"),
    };
}
